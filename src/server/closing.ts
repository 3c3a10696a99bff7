/** What has been opened, to be closed in the opposite order. */
export interface Closing {
  add(close: () => unknown): void;
  /** Closes all, whatever goes wrong on the way; then the first failure is thrown. */
  run(): Promise<void>;
}

export function createClosing(): Closing {
  const steps: (() => unknown)[] = [];
  return {
    add: (close) => void steps.push(close),
    async run() {
      const failures: unknown[] = [];
      for (let step = steps.pop(); step; step = steps.pop())
        try {
          await step();
        } catch (error) {
          failures.push(error);
        }
      if (failures.length) throw failures[0];
    },
  };
}
