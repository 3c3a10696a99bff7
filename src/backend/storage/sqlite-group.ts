/** Turns that share one transaction. */
export interface Group {
  /** How long it has been open, in ms. */
  age(): number;
  /** Settles as its commit does. */
  readonly over: Promise<void>;
  end(commit: () => void): void;
}

export function createGroup(): Group {
  const began = performance.now();
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
  return { over, age: () => performance.now() - began, end: (commit) => settle(commit) };
}
