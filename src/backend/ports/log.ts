/**
 * What may be told beside an event, and nothing else: numbers, codes and ids of ours. Somebody's
 * e-mail, phone, code, token, name or address has no field here, so it cannot be handed over.
 */
export const logFields = [
  // whose, and of what
  ...(['shop', 'session', 'conversation', 'return', 'move', 'delivery', 'request'] as const),
  // what it was
  ...(['route', 'job', 'what', 'type', 'channel', 'setting', 'peer', 'configure'] as const),
  // how it went
  ...(['fault', 'reason', 'result', 'attempts', 'tries'] as const),
  ...(['rows', 'imported', 'bad', 'finished', 'dropped'] as const),
  // how it runs
  ...(['port', 'dev', 'demo'] as const),
] as const;

export type LogFields = Partial<Record<(typeof logFields)[number], string | number | boolean>>;

/** Who writes down what has happened. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  error(event: string, error: unknown, fields?: LogFields): void;
}
