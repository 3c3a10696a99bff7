import { test } from 'node:test';
import { checkAroundActs, checkNeverMore } from '../backend/live/around-acts.ts';
import { engines } from '../builders/engines.ts';

const HISTORIES: Record<string, number> = { libsql: 500, Postgres: 50 };

for (const engine of engines().filter(({ name }) => name in HISTORIES)) {
  const histories = HISTORIES[engine.name]!;
  test(
    `${histories} histories around what is done at the desk end the same, and give back no more than was paid, on ${engine.name}`,
    { skip: engine.skip ?? false },
    async (context) => {
      await checkAroundActs(engine, histories);
      await checkNeverMore(engine, histories);
      context.diagnostic(
        `figure: histories of webhooks around what is done at the desk on ${engine.name}: ${histories}, 0 end differently, 0 give back more than was paid`,
      );
    },
  );
}
