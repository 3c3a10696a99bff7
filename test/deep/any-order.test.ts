import { test } from 'node:test';
import { checkAnyOrder } from '../backend/live/any-order.ts';
import { engines } from '../builders/engines.ts';

const HISTORIES: Record<string, number> = { libsql: 1000, Postgres: 100 };

for (const engine of engines().filter(({ name }) => name in HISTORIES)) {
  const histories = HISTORIES[engine.name]!;
  test(
    `${histories} histories of webhooks end in the same tables, however they come, on ${engine.name}`,
    { skip: engine.skip ?? false },
    async (context) => {
      await checkAnyOrder(engine, histories);
      context.diagnostic(
        `figure: histories of late, repeated and reordered webhooks on ${engine.name}: ${histories}, 0 end differently`,
      );
    },
  );
}
