import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Desk } from '../../../src/contract/guards/desk.ts';
import { Order } from '../../../src/contract/guards/order.ts';
import { OrderPage } from '../../../src/contract/guards/orders.ts';
import { Session } from '../../../src/contract/guards/session.ts';
import { fits } from '../../../src/widget/client/guard.ts';
import { aCustomer, anOrder, aShop, summaryOf } from '../harness/an-order.ts';

const good: [string, unknown, Parameters<typeof fits>[1]][] = [
  ['a shop', aShop(), Desk],
  ['nobody', { kind: 'anonymous' }, Session],
  ['a customer', aCustomer(), Session],
  ['an order', anOrder(), Order],
  ['an order of a newer server, with more in it', { ...anOrder(), gift: { note: 'Hi' } }, Order],
  ['an empty list', { items: [] }, OrderPage],
  ['a list', { items: [summaryOf(anOrder())], next: 'c', years: [2026] }, OrderPage],
];
for (const [what, value, shape] of good)
  test(`${what} fits`, () => {
    assert.equal(fits(value, shape), true);
  });

const { progress: _, ...withoutProgress } = anOrder();
const bad: [string, unknown, Parameters<typeof fits>[1]][] = [
  ['nothing', undefined, Desk],
  ['null', null, Desk],
  ['a word', 'ok', Desk],
  ['a list in place of a shop', [], Desk],
  ['a shop without a name', { ...aShop(), name: undefined }, Desk],
  ['a session of no known kind', { kind: 'robot' }, Session],
  ['a customer without a token', { ...aCustomer(), token: null }, Session],
  ['an order without its progress', withoutProgress, Order],
  ['an order whose lines are words', { ...anOrder(), lines: ['coat'] }, Order],
  ['an address that is a word', { ...anOrder(), address: 'Antwerp' }, Order],
  ['a list in which one row is broken', { items: [summaryOf(anOrder()), {}] }, OrderPage],
  ['the members of no list', { items: { length: 0 } }, OrderPage],
];
for (const [what, value, shape] of bad)
  test(`${what} does not fit`, () => {
    assert.equal(fits(value, shape), false);
  });
