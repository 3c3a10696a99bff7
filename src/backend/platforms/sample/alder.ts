import type { Address } from '../../../contract/orders.ts';
import type { Policy } from '../../../contract/policy.ts';
import { changeOfMind, fault, usual } from '../../../domain/policy/presets/default.ts';
import { howMuch } from '../../../domain/policy/presets/how-much.ts';
import type { Shop } from '../../ports.ts';

/** What it packs in half an hour it can no longer change; what was marked down stays sold. */
const policy: Policy = {
  ...usual,
  returns: {
    ...usual.returns,
    reasons: {
      too_small: { ...changeOfMind, followUps: [howMuch] },
      too_large: { ...changeOfMind, followUps: [howMuch] },
      not_as_described: fault,
      damaged: fault,
      no_longer_needed: changeOfMind,
      other: changeOfMind,
    },
    methods: ['drop_off', 'pick_up', 'label', 'own'],
    bonus: { storeCredit: { kind: 'flat', amount: 800 } },
    exchangeFor: 'any',
    instantExchange: true,
    gift: true,
  },
  storeCredit: true,
  cancel: { ...usual.cancel, cutoff: { from: 'order', days: 1 / 48 } },
  edit: { ...usual.edit, cutoff: { from: 'order', days: 1 / 48 } },
  lines: [{ match: { products: ['beanie'], unitPrice: { to: 3900 } }, finalSale: true }],
  refundDays: { ...usual.refundDays, card: { from: 3, to: 5 } },
};

/** The sample shop. Who serves it adds the origins of its pages and the secret of its webhooks. */
export const alder: Omit<Shop, 'origins' | 'webhookSecret' | 'webhooks'> = {
  id: 'alder',
  name: 'Alder',
  timeZone: 'Europe/Amsterdam',
  currency: 'EUR',
  brand: { accent: '#24523f', radius: 14 },
  contact: {
    email: 'help@alder.example',
    phone: '+31 20 000 0182',
    hours: [
      { days: [1, 2, 3, 4, 5], opens: '09:00', closes: '18:00' },
      { days: [6], opens: '10:00', closes: '14:00' },
    ],
  },
  answerWithin: { first: 60, next: 240 },
  links: {},
  guestTracking: 'number',
  shippingMethods: [
    { id: 'standard', label: 'Standard, 2 to 3 days', price: 0 },
    { id: 'express', label: 'Express, next day', price: 990 },
  ],
  policy,
};

/** Where its returns go. */
export const warehouse: Address = {
  name: 'Alder, returns',
  lines: ['Danzigerkade 14'],
  postcode: '1013 AP',
  city: 'Amsterdam',
  country: 'NL',
};
