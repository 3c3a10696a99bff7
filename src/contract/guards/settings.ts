// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { OrderActions } from './order.ts';

export const AnsweringSetting: Shape = {
  hours: [{ days: ['number'], opens: 'string', closes: 'string' }],
  '?answerWithin': { first: 'number', next: 'number' },
  assign: 'string',
};
export const ShopSettings: Shape = {
  shop: 'string',
  currency: 'string',
  timeZone: 'string',
  origins: ['string'],
  policy: { version: 'number', '?value': {} },
  answering: { version: 'number', value: AnsweringSetting },
  brand: { version: 'number', value: {} },
};
export const PolicyForm: Shape = { schema: {}, presets: {} };
export const PolicyPreview: Shape = {
  number: 'string',
  orders: ['string'],
  '?before': OrderActions,
  '?after': OrderActions,
};
export const SettingSaved: Shape = { version: 'number', changes: [{ pointer: 'string' }] };
