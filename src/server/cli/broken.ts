import { traceOf, type Trace } from '../drivers/trace.ts';

/** What is said of a failure nobody foresaw: where it happened, and never what its message quotes. */
export const broken = (error: unknown): string =>
  [...linesOf(traceOf(error)), 'This is a fault of Front Desk. Please report these lines.'].join(
    '\n',
  );

const linesOf = ({ name, code, at = [], cause }: Trace): string[] => [
  code === undefined ? name : `${name} (${code})`,
  ...at.map((frame) => `    at ${frame}`),
  ...(cause ? linesOf(cause).map((line, index) => (index ? line : `caused by ${line}`)) : []),
];
