/** Thrown by a platform or a channel that is not answering; it becomes a 503 with Retry-After. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  /** Seconds. */
  readonly retryAfter: number;
  constructor(retryAfter = 5, cause?: unknown) {
    super('A system behind us is not answering', { cause });
    this.retryAfter = retryAfter;
  }
}
