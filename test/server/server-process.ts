import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { bundledCli } from './bundle.ts';

/** The CLI as a process of its own. */
export interface CliProcess {
  child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** The exit code, or the signal it died of. */
  ended: Promise<number | NodeJS.Signals>;
  /** Resolves with the first group once the pattern is in what it has printed. */
  printed(pattern: RegExp): Promise<string>;
}

export interface CliOptions {
  cwd: string;
  environment?: Record<string, string>;
}

export const startCli = async (
  words: readonly string[],
  options: CliOptions,
): Promise<CliProcess> => startNode([await bundledCli(), ...words], options);

/** Node with these arguments. */
export function startNode(
  args: readonly string[],
  { cwd, environment = {} }: CliOptions,
): CliProcess {
  const { PORT: _, ...inherited } = process.env;
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (part: Buffer) => {
      told[name] += part.toString();
      child.emit('told');
    });
  const ended = once(child, 'close').then(
    ([code, signal]) => (code ?? signal) as number | NodeJS.Signals,
  );
  return {
    child,
    stdout: () => told.stdout,
    stderr: () => told.stderr,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(told.stdout);
          if (found) resolve(found[1] ?? found[0]);
        };
        child.on('told', look);
        look();
        void ended.then((end) =>
          reject(new Error(`Ended with ${end} before ${pattern}:\n${told.stdout}${told.stderr}`)),
        );
      }),
  };
}

export interface ServerProcess extends CliProcess {
  url: string;
}

/** `serve` on a free port, once it is ready. */
export async function startServerProcess(
  words: readonly string[],
  options: CliOptions,
): Promise<ServerProcess> {
  const cli = await startCli(['serve', '--port', '0', ...words], options);
  return { ...cli, url: await cli.printed(/^ready (http:\/\/\S+?)\/$/m) };
}

export async function runCli(
  words: readonly string[],
  options: CliOptions,
): Promise<{ exit: number | NodeJS.Signals; stdout: string; stderr: string }> {
  const cli = await startCli(words, options);
  const exit = await cli.ended;
  return { exit, stdout: cli.stdout(), stderr: cli.stderr() };
}
