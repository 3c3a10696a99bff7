import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { KyselyPlugin } from 'kysely';
import type { TellingShop } from '../../../src/backend/ports.ts';
import { databaseOver } from '../../../src/backend/storage/dialect.ts';
import { migrate } from '../../../src/backend/storage/migrate.ts';
import type { Database } from '../../../src/backend/storage/schema.ts';
import { createStorage } from '../../../src/backend/storage/storage.ts';
import { asked, begun } from '../../../src/domain/conversations/conversations.ts';
import { engines } from '../../builders/engines.ts';
import { anEndpoint, aShop } from '../../builders/shop.ts';

const at = '2026-11-23T09:00:00.000Z';

for (const { name, open, skip } of engines())
  describe(`what a message costs: ${name}`, { skip: skip ?? false }, () => {
    test('no statement more where nobody listens to it, and two for an endpoint that does', async () => {
      const db = databaseOver<Database>(await open());
      await migrate(db);
      let statements = 0;
      const counting: KyselyPlugin = {
        transformQuery: ({ node }) => node,
        async transformResult({ result }) {
          statements += 1;
          return result;
        },
      };
      const { conversations } = createStorage(db.withPlugin(counting));
      const cost = async (shop: TellingShop) => {
        await conversations.open(shop.id, { customer: 'mara' }, { id: 'talk', record: begun(at) });
        statements = 0;
        await conversations.write(shop, 'talk', {
          decide: (held) => asked(held, { text: 'Hello?' }, at),
        });
        return statements;
      };
      const listening = (id: string, ...events: string[]) =>
        aShop({ id, webhooks: events.map((each) => anEndpoint({ url: each, events: [each] })) });
      const alone = await cost({ id: 'alone' });
      // the conversation held, the message, the conversation
      assert.equal(alone, 3);
      assert.equal(await cost(listening('others', 'order.*', 'customer.created')), alone);
      assert.equal(await cost(listening('one', 'order.*', 'conversation.*')), alone + 2);
      assert.equal(await cost(listening('two', '*', 'conversation.message_added')), alone + 3);
      await db.destroy();
    });
  });
