import { PassThrough } from 'node:stream';
import type { Terminal } from '../../src/server/cli/terminal.ts';
import { aFolder } from './folder.ts';

export interface TestTerminal extends Terminal {
  stdin: PassThrough & { isTTY?: boolean };
  told(): string;
  complained(): string;
  stop(): void;
}

/** A terminal of nobody, in a folder of its own. */
export function aTerminal({
  cwd = aFolder('cli'),
  environment = {} as Record<string, string>,
} = {}): TestTerminal {
  const read = (stream: PassThrough) => {
    let text = '';
    stream.on('data', (part: Buffer) => (text += part.toString()));
    return () => text;
  };
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const listeners: (() => void)[] = [];
  return {
    stdin,
    stdout,
    stderr,
    cwd,
    environment: (name) => environment[name],
    onStop: (listener) => void listeners.push(listener),
    onCrash: () => undefined,
    told: read(stdout),
    complained: read(stderr),
    stop: () => listeners.forEach((listener) => listener()),
  };
}

/** Types an answer each time something is asked, in this order; then ends the input. */
export function answering(terminal: TestTerminal, answers: readonly string[]): void {
  const left = [...answers];
  terminal.stdin.isTTY = true;
  terminal.stdout.on('data', (part: Buffer) => {
    if (!part.toString().endsWith(': ')) return;
    const next = left.shift();
    if (next === undefined) terminal.stdin.end();
    else terminal.stdin.write(`${next}\n`);
  });
}
