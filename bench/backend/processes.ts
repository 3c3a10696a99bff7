import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const here = import.meta.dirname;

export interface Server {
  port: number;
  stop(): Promise<void>;
}

/** A server as a process of its own: nothing, a file or Postgres behind it. */
export async function startServer(...behind: string[]): Promise<Server> {
  const args = ['--import', 'tsx', join(here, 'server.ts'), ...behind];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout }))
    return {
      port: Number(line),
      async stop() {
        const ended = once(child, 'exit');
        child.stdin.end();
        await ended;
      },
    };
  throw new Error(`No server over ${behind.join(' ')}`);
}

/** Runs one of the scripts beside this file and reads the line of JSON it prints. */
export async function measure<Figures>(script: string, ...args: unknown[]): Promise<Figures> {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [join(here, script), ...args.map(String)],
    { maxBuffer: 1e7 },
  );
  if (stderr) console.error(stderr);
  return JSON.parse(stdout) as Figures;
}
