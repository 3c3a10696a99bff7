/** Turns that share one transaction. */
export interface Group {
  /** Settles as its commit does. */
  readonly over: Promise<void>;
  end(commit: () => void): void;
}

export function createGroup(): Group {
  let settle: (commit: () => void) => void;
  const over = new Promise<void>((done, fail) => {
    settle = (commit) => {
      try {
        commit();
        done();
      } catch (error) {
        fail(error);
      }
    };
  });
  return { over, end: (commit) => settle(commit) };
}
