import type { Readable, Writable } from 'node:stream';
import type { Lookup } from '../config/environment.ts';

/** What a command has of the world; tests hand in their own. */
export interface Terminal {
  stdin: Readable & { isTTY?: boolean };
  /** What the user asked for. */
  stdout: Writable & { isTTY?: boolean };
  /** Progress, complaints, and the log. */
  stderr: Writable & { isTTY?: boolean; columns?: number };
  environment: Lookup;
  cwd: string;
  /** Called once, when the process is asked to end. */
  onStop(listener: () => void): void;
  /** Called with what nobody caught, just before the process ends of it. */
  onCrash(listener: (error: unknown) => void): void;
}

export const say = ({ stdout }: Terminal, text: string): void => void stdout.write(`${text}\n`);

/** How a command ends; told in --help. */
export const exits = {
  done: 0,
  /** Something is in the way: a busy port, a locked file, a full disk. */
  failed: 1,
  /** A flag or the config file is wrong. */
  usage: 2,
  /** Rows of an import are bad and nothing was imported. */
  refused: 3,
  /** An import counts, and the rest of it is written later. */
  unfinished: 4,
} as const;
export type Exit = (typeof exits)[keyof typeof exits];

/** Ends a command with a sentence for the user, without a stack. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly exit: Exit;
  constructor(message: string, exit: Exit = exits.failed) {
    super(message);
    this.exit = exit;
  }
}
