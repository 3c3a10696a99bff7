import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { SessionRecord, Storage } from '../../src/backend/ports.ts';

const at = (seconds: number): string =>
  new Date(Date.parse('2026-11-23T09:00:00.000Z') + seconds * 1000).toISOString();
const DAY = 24 * 60 * 60;
const many = (count: number) => Array.from({ length: count }, (_, nth) => String(nth));

/** How every engine's stores forget much at once. */
export function purgingSuite(name: string, open: () => Promise<Storage>): void {
  describe(`purging: ${name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await open();
    });
    after(() => storage.close());

    test('goes in pieces, others have their turn in between, and whoever stops is heard', async () => {
      const { limits } = storage;
      const quotas = many(1_200).map((key) => ({ key, most: 1, seconds: 60 }));
      for (let from = 0; from < quotas.length; from += 400)
        await limits.take(quotas.slice(from, from + 400), at(0));
      const stopping = new AbortController();
      setTimeout(() => stopping.abort());
      assert.equal(await limits.purge(at(60), stopping.signal), 500);
      assert.equal(await limits.purge(at(60), stopping.signal), 0);
      assert.equal(await limits.purge(at(60)), 700);
    });

    test('takes a session with the last of its tokens, in whichever piece that is', async () => {
      const { sessions } = storage;
      for (const id of many(300)) {
        const session: SessionRecord = {
          ...{ shop: 'alder', id, kind: 'customer' as const, customer: 'mara' },
          ...{ verifiedAt: at(0), endsAt: at(30 * DAY) },
        };
        await sessions.start(session, [
          { hash: `a${id}`, use: 'access', expiresAt: at(600) },
          { hash: `r${id}`, use: 'refresh', expiresAt: at(Number(id) < 20 ? 14 * DAY : 900) },
        ]);
      }
      const stopping = new AbortController();
      stopping.abort();
      assert.equal(await sessions.purge(at(900), stopping.signal), 0);
      // 580 tokens, and the sessions that have none left
      assert.equal(await sessions.purge(at(900)), 580 + 280);
      assert.ok(await sessions.byToken('r0', at(900)));
      assert.equal(await sessions.byToken('r20', at(900)), undefined);
      assert.equal(await sessions.byId('alder', '20', at(900)), undefined);
    });
  });
}
