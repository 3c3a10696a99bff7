/** A value that others may wait for before it is there. */
export interface Later<Value> {
  value: Promise<Value>;
  come(value: Value): void;
  /** Without effect once the value has come. */
  fail(error: Error): void;
}

export function later<Value>(): Later<Value> {
  let come!: (value: Value) => void;
  let fail!: (error: Error) => void;
  const value = new Promise<Value>((resolve, reject) => {
    come = resolve;
    fail = reject;
  });
  // A failure for which nobody waited is none.
  value.catch(() => undefined);
  return { value, come, fail };
}
