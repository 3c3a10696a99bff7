import { createInterface } from 'node:readline/promises';
import type { Field } from './draft.ts';
import { CommandFailure, exits, type Terminal } from './terminal.ts';

export interface Interview {
  /** Empty for a field that is not needed. */
  answer(field: Field, otherwise?: string): Promise<string>;
  close(): void;
}

const hintOf = (needed: boolean | undefined, otherwise: string): string =>
  otherwise ? ` (${otherwise})` : needed ? '' : ' (empty: none)';

/** Asks one thing at a time, and again until the answer will do. */
export function interview({ stdin, stdout }: Terminal): Interview {
  const lines = createInterface({ input: stdin, output: stdout });
  let over: (failure: CommandFailure) => void = () => undefined;
  lines.once('close', () =>
    over(new CommandFailure('Nothing was written: the answers ended early.', exits.usage)),
  );
  const ask = (question: string) =>
    new Promise<string>((resolve, reject) => {
      over = reject;
      lines.question(question).then(resolve, reject);
    });

  return {
    async answer({ ask: words, needed, fault }, otherwise = '') {
      for (;;) {
        const answer = (await ask(`${words}${hintOf(needed, otherwise)}: `)).trim() || otherwise;
        const wrong = answer ? fault?.(answer) : needed && 'This one is needed.';
        if (!wrong) return answer;
        stdout.write(`  ${wrong}\n`);
      }
    },
    close: () => lines.close(),
  };
}
