import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  answered,
  asked,
  begun,
  closed,
  marked,
  snoozed,
  type ConversationRecord,
  type NewMessage,
} from '../../../src/domain/conversations/conversations.ts';
import { dice } from '../../data/dice.ts';

const at = (minute: number): string =>
  new Date(Date.parse('2026-11-23T09:00:00.000Z') + minute * 60_000).toISOString();
const jo = { from: 'staff' as const, name: 'Jo', text: 'Yes' };

describe('A conversation', () => {
  test('is the shop’s to answer once the shopper writes, whatever it was', () => {
    const start = asked(begun(at(0)), { text: 'Hello' }, at(1)).conversation;
    const reached: ConversationRecord[] = [
      begun(at(0)),
      answered(start, jo, at(2)).conversation,
      snoozed(start, at(60)),
      closed(start, at(2)).conversation,
    ];
    for (const conversation of reached) {
      const { state, snoozedUntil } = asked(conversation, { text: 'And?' }, at(3)).conversation;
      assert.deepEqual([state, snoozedUntil], ['open', undefined]);
    }
  });

  test('keeps since when the shopper waits, and tells it with the answer', () => {
    const first = asked(begun(at(0)), { text: 'Hello' }, at(1)).conversation;
    const second = asked(first, { text: 'Anybody?' }, at(5)).conversation;
    assert.equal(second.askedAt, at(1));
    const answer = answered(second, jo, at(9));
    assert.equal(answer.messages.at(-1)?.askedAt, at(1));
    assert.equal(answer.conversation.askedAt, undefined);
    assert.equal(answered(answer.conversation, jo, at(10)).messages.at(-1)?.askedAt, undefined);
  });

  test('says who joins, once', () => {
    const first = answered(begun(at(0)), jo, at(1));
    assert.deepEqual(
      first.messages.map(({ from, event, name }) => [from, event, name]),
      [
        ['system', 'joined', 'Jo'],
        ['staff', undefined, 'Jo'],
      ],
    );
    assert.equal(answered(first.conversation, jo, at(2)).messages.length, 1);
    const other = answered(first.conversation, { ...jo, name: 'Kim' }, at(2));
    assert.equal(other.messages[0]?.name, 'Kim');
    const machine = answered(begun(at(0)), { from: 'assistant', text: 'Yes' }, at(1));
    assert.equal(machine.messages.length, 1);
  });

  test('sleeps, unless it is closed', () => {
    const start = asked(begun(at(0)), { text: 'Hello' }, at(1)).conversation;
    assert.equal(snoozed(start, at(60)).state, 'snoozed');
    const over = closed(start, at(2)).conversation;
    assert.equal(snoozed(over, at(60)), over);
    assert.deepEqual(closed(over, at(3)).messages, []);
  });

  test('numbers without a gap and marks that only move on hold through all that may happen', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { between } = dice(seed, 'conversation');
      const below = (n: number) => between(0, n - 1);
      let conversation = begun(at(0));
      const all: NewMessage[] = [];
      for (let minute = 1; minute <= 40; minute++) {
        const before = conversation;
        const now = at(minute);
        const any = () => below(conversation.last + 5);
        const said = [
          () => asked(conversation, { text: 'x' }, now),
          () => answered(conversation, { ...jo, name: `Jo ${below(3)}` }, now),
          () => answered(conversation, { from: 'assistant', text: 'x' }, now),
          () => closed(conversation, now),
          () => marked(conversation, 'shopper', { seen: any(), delivered: any() }),
          () => marked(conversation, 'shop', { seen: any() }),
          () => snoozed(conversation, at(minute + below(5))),
        ][below(7)]!();
        const step = 'messages' in said ? said : { conversation: said, messages: [] };
        conversation = step.conversation;
        all.push(...step.messages);
        assertSound(before, conversation);
      }
      assert.deepEqual(
        all.map(({ sequence }) => sequence),
        all.map((_, nth) => nth + 1),
      );
      assert.equal(conversation.last, all.length);
    }
  });
});

function assertSound(before: ConversationRecord, now: ConversationRecord): void {
  assert.ok(now.last >= before.last && now.changedAt >= before.changedAt);
  assert.equal(now.state === 'snoozed', now.snoozedUntil !== undefined);
  if (now.state === 'closed') assert.equal(now.askedAt, undefined);
  for (const reader of ['shopper', 'shop'] as const) {
    const [was, is] = [before.marks[reader], now.marks[reader]];
    assert.ok(was.seen <= is.seen && was.delivered <= is.delivered);
    assert.ok(is.seen <= is.delivered && is.delivered <= now.last);
  }
}
