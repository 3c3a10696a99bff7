export type Level = 'ok' | 'note' | 'warning' | 'broken';
export type Area =
  | 'config'
  | 'origins'
  | 'secrets'
  | 'mail'
  | 'payments'
  | 'policy'
  | 'clock'
  | 'database'
  | 'migrations'
  | 'webhooks'
  | 'disk'
  | 'versions'
  | 'lock';

/** One thing the doctor has looked at. */
export interface Finding {
  area: Area;
  /** broken: it does not work. warning: it will hurt. note: worth knowing. */
  level: Level;
  /** What is so, in a sentence. It quotes no secret. */
  what: string;
  /** What to do about it; an `ok` needs nothing. */
  todo?: string;
}

/** A way to write the findings of one area. */
export const findingsOf = (area: Area) => ({
  ok: (what: string): Finding => ({ area, level: 'ok', what }),
  note: (what: string, todo: string): Finding => ({ area, level: 'note', what, todo }),
  warning: (what: string, todo: string): Finding => ({ area, level: 'warning', what, todo }),
  broken: (what: string, todo: string): Finding => ({ area, level: 'broken', what, todo }),
});
