import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { webhookEventSchema } from '../../../src/contract/webhook-events.ts';
import {
  answered,
  asked,
  begun,
  closed,
  mailedTo,
  reopened,
  type ConversationRecord,
} from '../../../src/domain/conversations/conversations.ts';
import { conversationNews } from '../../../src/domain/news/conversation-news.ts';

const at = '2026-11-23T09:00:00.000Z';
const talk = { id: 'con_1', createdAt: at, customer: 'mara' };
const blank = begun(at);
const open = asked(blank, { text: 'Hello?' }, at).conversation;
const done = closed(open, at).conversation;
const unsaid = (conversation: ConversationRecord) => ({ conversation, messages: [] });

describe('news of a conversation', () => {
  for (const [what, before, step, types] of [
    ['nothing', open, unsaid(open), []],
    ['its first message', blank, asked(blank, { text: 'Hi' }, at), ['created', 'message_added']],
    ['another', open, asked(open, { text: 'Hi' }, at), ['message_added']],
    [
      'somebody who joins with an answer',
      open,
      answered(open, { from: 'staff', name: 'Jo', text: 'Yes' }, at),
      ['message_added'],
    ],
    ['its end', open, closed(open, at), ['closed']],
    ['its end, once more', done, closed(done, at), []],
    ['its end without a word before', blank, closed(blank, at), ['created', 'closed']],
    ['the shop that takes it up', done, unsaid(reopened(done)), ['reopened']],
    ['what was not closed', open, unsaid(reopened(open)), []],
    ['a word after its end', done, asked(done, { text: 'But' }, at), ['reopened', 'message_added']],
    [
      'an answer after its end',
      done,
      answered(done, { from: 'assistant', text: 'Yes' }, at),
      ['reopened', 'message_added'],
    ],
  ] as const)
    test(`${what}: ${types.join(', ') || 'none'}`, () =>
      assert.deepEqual(
        conversationNews(talk, before, step).map(({ type }) => type),
        types.map((type) => `conversation.${type}`),
      ));

  test('carries what the contract says, and of people their words, their id and the shop’s name of its own', () => {
    const mailed = mailedTo(open, 'mara@kern.example');
    const said = {
      ...{ text: 'See there', client: 'a-random-name', photos: ['upl_1', 'upl_2'] },
      documents: [{ id: 'upl_3', name: 'invoice.pdf', size: 9 }],
      cards: [{ kind: 'order' as const, id: 'o-1', title: '4182', url: 'https://a.example/' }],
    };
    const step = asked(mailed, said, at, '2026-11-23T10:00:00.000Z');
    const [news, ...others] = conversationNews(talk, mailed, step);
    assert.deepEqual(others, []);
    const event = { id: 'e', at, shop: 'alder', ...news! };
    assert.deepEqual(webhookEventSchema(event.type).strict().parse(event), event);
    assert.doesNotMatch(JSON.stringify(event), /kern|upl_|a-random-name/);
    assert.deepEqual(event.data, {
      conversation: {
        ...{ id: 'con_1', state: 'open', createdAt: at, customer: 'mara', priority: 'normal' },
        ...{ askedAt: at, dueAt: '2026-11-23T10:00:00.000Z' },
      },
      message: {
        ...{ sequence: 2, from: 'shopper', at, text: 'See there', photos: 2 },
        documents: ['invoice.pdf'],
        cards: [{ kind: 'order', id: 'o-1', title: '4182' }],
      },
    });
  });

  test('names who of the shop’s people wrote, and nobody where the shopper is unknown', () => {
    const { customer: _, ...unknown } = talk;
    const step = answered(open, { from: 'staff', name: 'Jo', text: 'Yes' }, at);
    const [news] = conversationNews(unknown, open, step);
    assert.deepEqual(news?.data, {
      conversation: {
        ...{ id: 'con_1', state: 'waiting', createdAt: at, staff: 'Jo', priority: 'normal' },
      },
      message: { sequence: 3, from: 'staff', name: 'Jo', at, text: 'Yes' },
    });
  });
});
