import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ReasonOffer } from '../../../src/contract/actions.ts';
import type { Order } from '../../../src/contract/orders.ts';
import {
  goingOf,
  groupsOf,
  methodsOf,
  requestOf,
  withOutcome,
} from '../../../src/widget/rooms/return/return-draft.ts';
import { backable } from '../harness/a-return.ts';

const other: ReasonOffer = { reason: 'other', outcomes: ['exchange', 'refund'] };
const small: ReasonOffer = { reason: 'too_small', outcomes: ['exchange', 'store_credit'] };
const damaged: ReasonOffer = { reason: 'damaged', outcomes: ['replacement'] };
const two = (reasons: ReasonOffer[]): Order =>
  backable({ coat: { reasons }, knit: { reasons, quantity: 3 } });
const all = { lines: { coat: { quantity: 1 }, knit: { quantity: 2 } } };

describe('What a shopper has answered about a return', () => {
  test('the only item that can go back is taken to be what is meant, all of it', () => {
    const order = backable({ coat: { reasons: [other], quantity: 2 }, hat: {} });
    assert.deepEqual(
      goingOf(order, {}).map(({ line, count }) => [line.id, count]),
      [['coat', 2]],
    );
    assert.deepEqual(goingOf(order, { lines: { coat: { quantity: 0 } } }), []);
  });

  test('of several, none is', () => {
    assert.deepEqual(goingOf(two([other]), {}), []);
  });

  test('no more goes back than there is', () => {
    const [, knit] = goingOf(two([other]), {
      lines: { coat: { quantity: 5 }, knit: { quantity: 9 } },
    });
    assert.equal(knit?.count, 3);
  });

  test('nobody has to say why, where the shop has a reason for that', () => {
    assert.equal(goingOf(two([small, other]), all)[0]?.offer, other);
    assert.equal(goingOf(two([small]), all)[0]?.offer, undefined);
  });

  test('the outcome that asks nothing more stands until another is chosen', () => {
    const [coat] = goingOf(two([other]), all);
    assert.equal(coat?.outcome, 'refund');
    const asked = withOutcome(all, goingOf(two([other]), all), 'exchange');
    assert.equal(goingOf(two([other]), asked)[0]?.outcome, 'exchange');
    assert.equal(requestOf(two([other]), asked), undefined, 'what for is still to be said');
  });

  test('what was chosen for one reason does not stand where another has no such outcome', () => {
    const lines = { coat: { quantity: 1, reason: 'damaged', outcome: 'refund' } } as const;
    assert.equal(goingOf(two([other, damaged]), { lines })[0]?.outcome, 'replacement');
  });

  test('items with no outcome in common are asked about one by one', () => {
    const order = two([small, damaged]);
    const lines = {
      coat: { quantity: 1, reason: 'too_small' },
      knit: { quantity: 1, reason: 'damaged' },
    } as const;
    assert.equal(groupsOf(goingOf(order, { lines }), {}).length, 2);
    assert.equal(groupsOf(goingOf(two([other]), all), {}).length, 1);
    assert.equal(groupsOf(goingOf(two([other]), all), { each: true }).length, 2);
  });

  test('a set goes back as one, and why is asked once', () => {
    const order = two([other]);
    const lines = order.lines.map((line) => ({ ...line, bundle: 'set' }));
    const set = { ...order, lines };
    assert.equal(goingOf(set, {}).length, 2, 'it is the only thing that can go');
    const asked = requestOf(set, {
      lines: { coat: { quantity: 1, note: 'Torn', outcome: 'refund' } },
    });
    assert.deepEqual(
      asked?.lines.map(({ line, quantity, note }) => [line, quantity, note]),
      [
        ['coat', 1, 'Torn'],
        ['knit', 3, 'Torn'],
      ],
    );
    assert.deepEqual(goingOf(set, { lines: { coat: { quantity: 0 } } }), []);
  });

  test('a present is not sent back for the money of whoever gave it', () => {
    const order = two([other, damaged]);
    const present = { ...order, actions: { ...order.actions!, gift: true as const } };
    const lines = { coat: { quantity: 1, outcome: 'refund', variant: 'l' } } as const;
    const asked = requestOf(present, { lines });
    assert.deepEqual([asked?.gift, asked?.lines[0]?.outcome.kind], [true, 'exchange']);
    const bought = requestOf(present, { lines, gift: false });
    assert.deepEqual([bought?.gift, bought?.lines[0]?.outcome.kind], [false, 'refund']);
  });

  test('it is kept only where all of it may be', () => {
    const kept: ReasonOffer = { ...damaged, keep: true };
    const order = backable({ coat: { reasons: [kept] }, knit: { reasons: [small] } });
    const coat = { quantity: 1, reason: 'damaged' } as const;
    assert.deepEqual(methodsOf(order, goingOf(order, { lines: { coat } })), ['keep']);
    const both = { coat, knit: { quantity: 1, reason: 'too_small' } } as const;
    assert.deepEqual(methodsOf(order, goingOf(order, { lines: both })), ['drop_off', 'own']);
  });

  test('it is asked for with what was said, and with what stands for the rest', () => {
    const lines = { coat: { quantity: 1, note: '  Tight  ' }, knit: { quantity: 0 } };
    assert.deepEqual(requestOf(two([other]), { lines }), {
      lines: [
        {
          ...{ line: 'coat', quantity: 1, reason: 'other', note: 'Tight' },
          outcome: { kind: 'refund' },
        },
      ],
      method: 'drop_off',
      instant: false,
      gift: false,
    });
  });

  test('it is not asked for while a picture is wanted that cannot be given here', () => {
    const order = backable({ coat: { reasons: [{ ...damaged, photo: true }] } });
    assert.equal(
      requestOf(order, { lines: { coat: { quantity: 1, reason: 'damaged' } } }),
      undefined,
    );
  });
});
