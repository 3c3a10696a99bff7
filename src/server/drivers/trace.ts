import { isPlain, isSqlState } from './redaction.ts';

/** What may be told of an error: never its message. */
export interface Trace {
  name: string;
  code?: string;
  at?: string[];
  cause?: Trace;
}

const FRAMES = 8;
const DEEPEST_CAUSE = 3;

export function traceOf(error: unknown, depth = 0): Trace {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = (error as NodeJS.ErrnoException).code;
  const at = framesOf(error);
  return {
    // either may be set to anything by who throws
    name: isPlain(error.name) ? error.name : 'Error',
    ...(typeof code === 'string' && (isPlain(code) || isSqlState(code)) && { code }),
    ...(at.length && { at }),
    ...(error.cause !== undefined &&
      depth < DEEPEST_CAUSE && { cause: traceOf(error.cause, depth + 1) }),
  };
}

/**
 * A message can run over several lines and look like anything, frames too: what stands up to its
 * end is cut off. A message that was changed later is not found, and then nothing is told.
 */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message);
  if (start < 0) return [];
  return stack
    .slice(start + message.length)
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim().replace(/^at /, ''));
}

const FRAME = /^ {4}at .*(:\d+:\d+\)?|\(native\)|<anonymous>\)?)$/;
