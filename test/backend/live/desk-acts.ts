import assert from 'node:assert/strict';
import { createSandboxPayments } from '../../../src/backend/payments/sandbox.ts';
import { createMoneyWorker } from '../../../src/backend/services/money.ts';
import type { EditRequest } from '../../../src/contract/edits.ts';
import { decideCancellation } from '../../../src/domain/changes/cancellation.ts';
import { decideEdit } from '../../../src/domain/changes/edits.ts';
import { decideReturn } from '../../../src/domain/returns/returns.ts';
import { shopsOf, type BackendUnderTest } from '../../builders/backend.ts';
import { coat, MOVED, policy } from './annas-orders.ts';

export const acts = [
  ...['cancel as credit', 'cancel', 'cancel a coat as credit', 'cancel a coat', 'change coats'],
  ...['pay by gift card', 'move house', 'new address', 'return', 'return as credit', 'receive'],
  'work',
] as const;
export type Act = (typeof acts)[number];

/** Does at the desk what its shopper would, where that may be done then. */
export function createDeskActs({ storage, shop, clock, bus }: BackendUnderTest) {
  const { changes } = storage;
  const payments = createSandboxPayments({ clock: () => clock.now, secret: 's'.repeat(32) });
  const worker = createMoneyWorker({
    ...{ money: storage.money, changes, shops: shopsOf([shop]), bus, payments: () => payments },
    ...{ clock: () => clock.now, chance: () => 0.5 },
    log: { info: () => undefined, error: (_event, error) => assert.ifError(error) },
  });
  const given = () => ({ policy, now: clock.now });
  const wish = (request: object) => ({
    ...{ at: clock.now, by: 'customer' as const, request },
    variants: coat.variants.map(({ id }) => id),
  });
  const cancel = (refundTo: 'original' | 'store_credit', isPart: boolean) => {
    const lines = isPart && [{ line: 'coat', quantity: 1 }];
    const request = { reason: 'other' as const, refundTo, ...(lines && { lines }) };
    return changes.write(shop, 'new', wish(request), (held) =>
      decideCancellation({ ...held, ...given(), request }),
    );
  };
  const edit = (request: EditRequest) =>
    changes.write(shop, 'new', wish(request), (held) =>
      decideEdit({ ...held, ...given(), request }),
    );
  const back = (kind: 'refund' | 'store_credit') => {
    const line = { line: 'coat', quantity: 1, reason: 'too_small', outcome: { kind } } as const;
    const request = { lines: [line], method: 'own' as const, instant: false, gift: false };
    return changes.write(shop, 'sent', wish(request), (held) =>
      decideReturn({ ...held, ...given(), request }),
    );
  };
  const address = { name: 'Anna', lines: [MOVED], city: 'Antwerp', country: 'BE' };
  const does: Record<Act, () => Promise<unknown>> = {
    'cancel as credit': () => cancel('store_credit', false),
    cancel: () => cancel('original', false),
    'cancel a coat as credit': () => cancel('store_credit', true),
    'cancel a coat': () => cancel('original', true),
    'change coats': () =>
      edit({
        ...{ kind: 'items', add: [], payment: 'gift' },
        lines: [{ line: 'coat', variant: 'coat-11500' }],
      }),
    'pay by gift card': () => edit({ kind: 'payment', payment: 'gift' }),
    'move house': () => edit({ kind: 'address', address, remember: false }),
    'new address': () => edit({ kind: 'contact', email: 'anna@new.example' }),
    return: () => back('refund'),
    'return as credit': () => back('store_credit'),
    async receive() {
      for (const { id } of await changes.returns(shop.id, 'sent'))
        await changes.moveReturn(shop, id, 'received', { at: clock.now, by: 'shop', policy });
    },
    async work() {
      await worker.run(clock.now);
      await worker.settled();
    },
  };
  return (act: Act): Promise<unknown> => does[act]();
}
