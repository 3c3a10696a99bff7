import { sampleRows, type RunningMock } from '../../src/mock/index.ts';
import { choose, find, give, givePhoto, gone, photo, press } from './hands.ts';

/** What a visitor does on the way of something back. */
export const returnActs = {
  'return-item': async () => {
    await choose('4051-1');
    await find('.on');
  },
  'return-reason': async () => {
    await returnActs['return-item']();
    await press('.ft .btn');
    await find('textarea');
    await choose('too_small');
  },
  'return-pictures': async () => {
    await returnActs['return-item']();
    await press('.ft .btn');
    await choose('damaged');
    await give(await photo(), new File(['no picture'], 'notes.jpg'));
    await find('.ph canvas');
    await find('.ph .bad');
    (await find('textarea')).scrollIntoView({ block: 'end' });
  },
  'return-outcome': async () => {
    await returnActs['return-reason']();
    await press('.ft .btn');
    await find('.sum');
    await choose('store_credit');
    await find('.sum .good');
  },
  'return-swap': async () => {
    await returnActs['return-outcome']();
    await choose('exchange');
    await press('.chips label');
    await find('.sum');
  },
  'return-shop': async () => {
    await returnActs['return-outcome']();
    await choose('exchange');
    await press('.plain .go');
    await find('.pics .go');
  },
  'return-which': async () => {
    await returnActs['return-shop']();
    await press('.pics .go');
    await press('.chips label');
    await find('.sum');
  },
  'return-settle': async () => {
    await returnActs['return-which']();
    await press('.ft .btn');
    await find('.plain .go');
    await find('.sum');
    await press('.ft .btn');
    await choose('mara-paypal');
    await find('.sum');
  },
  'return-sending': async () => {
    await returnActs['return-swap']();
    await press('.ft .btn');
    await choose('now');
    await find('p.second[role="status"]');
  },
  'return-method': async () => {
    await returnActs['return-outcome']();
    await press('.ft .btn');
    await find('input[value="drop_off"]');
  },
  'return-code': async () => {
    await returnActs['return-method']();
    await press('.ft .btn');
    await find('.qr');
  },
  'return-sent': async (mock) => {
    await returnActs['return-code']();
    const { textContent: number } = await find('.code-text');
    const at = new Date().toISOString();
    await mock.track({ number: number!, events: [{ at, status: 'in_transit', text: 'Sorted' }] });
    await gone('.qr');
  },
  'return-stopped': async () => {
    await returnActs['return-code']();
    await press('.btn.text');
    await press('#sure ~ .two .btn:last-child');
    await gone('.qr');
  },
  'sold-out': async (mock) => {
    await returnActs['return-sending']();
    await choose('later');
    await press('.ft .btn');
    await find('input[value="drop_off"]');
    await press('.ft .btn');
    await find('.qr');
    await mock.put(without('shirt-XS'));
    await mock.moveReturn('4051-1', 'receive');
    await gone('.qr');
  },
  'sold-out-choose': async (mock) => {
    await returnActs['sold-out'](mock);
    await press('.btn');
    await find('.chips');
  },
  'sold-out-other': async (mock) => {
    await returnActs['sold-out-choose'](mock);
    await choose('shirt-L');
    await find('.sum');
  },
  'sold-out-refund': async (mock) => {
    await returnActs['sold-out-choose'](mock);
    await choose('refund');
    await find('.sum');
  },
  'sold-out-chosen': async (mock) => {
    await returnActs['sold-out-refund'](mock);
    await press('.ft .btn');
    await find('.tl');
  },
  'return-opened': async () => {
    await press('.ft .btn');
    await choose('no_longer_needed');
    await press('.ft .btn');
    await find('.sum');
  },
  'return-broken': async () => {
    await press('.ft .btn');
    await choose('faulty');
    await givePhoto();
    (await find('textarea')).scrollIntoView({ block: 'end' });
  },
  'return-looked-at': async () => {
    await returnActs['return-broken']();
    await press('.ft .btn');
    await find('input[value="refund"]');
    await choose('refund');
    await find('.sum');
  },
  'return-asked': async () => {
    await returnActs['return-looked-at']();
    await press('.ft .btn');
    await find('input[value="drop_off"]');
    await press('.ft .btn');
    await find('.tl');
  },
  'return-food': async () => {
    await choose('4187-2');
    await find('.qty');
  },
  'return-spoilt': async () => {
    await returnActs['return-food']();
    await press('.ft .btn');
    await choose('damaged');
    await givePhoto();
  },
  'return-kept': async () => {
    await returnActs['return-spoilt']();
    await press('.ft .btn');
    await find('.sum');
  },
  'return-settled': async () => {
    await returnActs['return-kept']();
    await press('.ft .btn');
    await find('.tl');
  },
} satisfies Record<string, (mock: RunningMock) => Promise<void>>;

/** The shop's things, once there is none of this one left. */
function without(variant: string) {
  const base = new URL('..', location.href).pathname;
  return sampleRows({ now: new Date(), base }).flatMap((row) =>
    row.type === 'product' && row.variants.some(({ id }) => id === variant)
      ? {
          ...row,
          variants: row.variants.map((each) =>
            each.id === variant ? { ...each, available: false } : each,
          ),
        }
      : [],
  );
}
