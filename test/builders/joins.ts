import type { Storage } from '../../src/backend/ports.ts';

const LONG_AFTER = '2036-11-23T09:00:00.000Z';

/** Who was nobody known in that session of Alder's turns out to be this customer. */
export async function joins(storage: Storage, before: string, customer: string): Promise<void> {
  const session = { id: `after-${before}`, shop: 'alder', kind: 'customer' as const, customer };
  await storage.sessions.start(
    { ...session, verifiedAt: LONG_AFTER, endsAt: LONG_AFTER },
    [{ hash: `hash-after-${before}`, use: 'access', expiresAt: LONG_AFTER }],
    { before },
  );
}
