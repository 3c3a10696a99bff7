/** What every answer carries: an id to find it in the log by, and that it depends on the asker. */
export const frameHeaders = (): Headers =>
  new Headers({ 'X-Request-Id': requestId(), Vary: 'Origin' });

/** It tells requests apart and keeps no secret, so it need not be hard to guess. */
const requestId = (): string => half() + half();
const half = (): string => Math.random().toString(36).slice(2).padEnd(11, '0').slice(0, 11);
