import type { Log } from '../../backend/ports.ts';

type Fields = Record<string, string | number | boolean>;

/**
 * One JSON object a line. An error's message may quote what a shopper wrote (SQL, SMTP and JSON
 * errors do), so of an error only its name, its code and where it happened are told.
 */
export function createLog(
  write: (line: string) => void,
  clock: () => Date = () => new Date(),
  { onlyErrors = false } = {},
): Log {
  const tell = (level: 'info' | 'error', event: string, fields: Fields = {}, more: object = {}) =>
    write(JSON.stringify({ at: clock().toISOString(), level, event, ...fields, ...more }) + '\n');
  return {
    info(event, fields) {
      if (!onlyErrors) tell('info', event, fields);
    },
    error: (event, error, fields) => tell('error', event, fields, { error: traceOf(error) }),
  };
}

interface Trace {
  name: string;
  code?: string;
  at?: string[];
  cause?: Trace;
}

const FRAMES = 8;
const DEEPEST_CAUSE = 3;

function traceOf(error: unknown, depth = 0): Trace {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = (error as NodeJS.ErrnoException).code;
  const at = framesOf(error);
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    ...(at.length && { at }),
    ...(error.cause !== undefined &&
      depth < DEEPEST_CAUSE && { cause: traceOf(error.cause, depth + 1) }),
  };
}

/** A message can run over several lines and look like anything: only lines shaped like frames. */
const framesOf = ({ stack = '', message }: Error): string[] =>
  stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => /^ {4}at .*(:\d+:\d+\)?|\(native\)|<anonymous>\)?)$/.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim().replace(/^at /, ''));
