import { pino } from 'pino';
import type { Log } from '../../backend/ports.ts';
import { redacted } from './redaction.ts';
import { traceOf } from './trace.ts';

/** From chatty to silent; an error is told at `info` as well. */
export const logLevels = ['info', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * One JSON object a line, by pino. An error's message may quote what a shopper wrote (SQL, SMTP and
 * JSON errors do), so of an error only its name, its code and where it happened are told.
 */
export function createLog(
  write: (line: string) => void,
  clock: () => Date = () => new Date(),
  { level = 'info' as LogLevel } = {},
): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"at":"${clock().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
  return {
    info: (event, fields = {}) => logger.info({ event, ...redacted(fields) }),
    error: (event, error, fields = {}) =>
      logger.error({ event, ...redacted(fields), error: traceOf(error) }),
  };
}
