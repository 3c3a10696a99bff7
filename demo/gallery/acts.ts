import type { RunningMock } from '../../src/mock/index.ts';
import { chatActs } from './chat-acts.ts';
import { choose, find, givePhoto, goOffline, press, type } from './hands.ts';
import { returnActs } from './return-acts.ts';

/** What a visitor does before a state is there to be seen. */
export const acts = {
  'ask-code': async () => {
    await askCode();
  },
  'wrong-code': async (mock) => {
    const sent = new Promise((resolve) => mock.mailbox.onMail(resolve));
    await askCode();
    await sent;
    const wrong = mock.mailbox.code('mara@kern.eu') === '000000' ? '111111' : '000000';
    type(await find<HTMLInputElement>('input[name="code"]'), wrong);
  },
  'go-offline': async (mock) => {
    // What was read before is what the desk then shows.
    await find('.prog, .num, form');
    goOffline(mock);
  },
  'look-for-nothing': async () => {
    await press('form .btn');
    await find('.err');
  },
  'look-for-none': async () => {
    await lookFor('9999');
    await find('.err');
  },
  'look-for-one': async () => {
    await lookFor('4182');
    await find('.prog');
  },
  'share-list': async () => {
    await press('.ft .btn');
    await find('.link-box');
  },
  'to-question': async () => {
    await find('.run:not(.first)');
    (await find('[aria-labelledby="may"]')).scrollIntoView();
  },
  'give-reason': async () => {
    await choose('ordered_by_mistake');
    await find('.sum');
  },
  'choose-part': async () => {
    await press('.go');
    await choose('4196-3');
    await find('.on');
  },
  cancel: async () => {
    await acts['give-reason']();
    await press('.ft .btn');
    await find('.toast');
  },
  ...chatActs,
  'edit-items': () => edit(0),
  'edit-item': async () => {
    await edit(0);
    await press('.pics .go');
    await find('.opt');
  },
  'edit-quantity': async () => {
    await acts['edit-item']();
    await choose('coat-L');
    await press('.qty .ib:last-child');
    await press('.ft .btn');
    await find('.sum');
  },
  'edit-shop': () => edit(1),
  'edit-add': async () => {
    await acts['edit-shop']();
    await press('.pics .go');
    await choose('knit2-M');
    await press('.qty .ib:last-child');
  },
  'edit-added': async () => {
    await acts['edit-add']();
    await press('.ft .btn');
    await find('.sum');
  },
  'edit-address': () => edit(2),
  'edit-shipping': async () => {
    await edit(3);
    await choose('express');
    await find('.sum');
  },
  'edit-contact': () => edit(4),
  'edit-payment': async () => {
    await edit(5);
    await choose('mara-paypal');
    await find('#adds');
  },
  ...returnActs,
  'buy-again': async () => {
    await press('.ft .btn');
    await find('.state');
  },
  'try-again': async () => {
    await press('.ft .btn');
    await find('.err');
  },
  'report-damaged': async () => {
    await choose('damaged');
    await press('.ft .btn');
    await choose('4187-2');
    await find('.qty');
    await press('.ft .btn');
    await givePhoto();
    await find('.sum');
  },
  'report-missing': async () => {
    await choose('missing');
    await press('.ft .btn');
    await find('.ck');
  },
  'report-stuck': async () => {
    await choose('stuck');
    await press('.ft .btn');
    await find('#note');
  },
  report: async () => {
    await acts['report-stuck']();
    await press('.ft .btn');
    await find('.toast');
  },
} satisfies Record<string, (mock: RunningMock) => Promise<void>>;
export type Act = keyof typeof acts;

export const findAct = (name: string) => Object.entries(acts).find(([each]) => each === name)?.[1];

/** The nth of what can be changed. */
async function edit(nth: number): Promise<void> {
  await press(`.go:nth-of-type(${nth + 1})`);
  await find('.ft, .pics');
}

async function lookFor(number: string): Promise<void> {
  type(await find<HTMLInputElement>('input[name="number"]'), number);
  type(await find<HTMLInputElement>('input[name="contact"]'), 'mara@kern.eu');
  await press('form .btn');
}

async function askCode(): Promise<void> {
  const address = await find<HTMLInputElement>('input[name="email"]');
  type(address, 'mara@kern.eu');
  address.form?.requestSubmit();
}
