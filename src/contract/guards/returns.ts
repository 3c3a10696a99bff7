// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { Money } from './orders.ts';
import { Sum, MoneyMove, Parcel } from './parts.ts';

export const FollowUpAnswers: Shape = {};
export const CodePicture: Shape = { size: 'number', path: 'string' };
export const Return: Shape = {
  id: 'string',
  order: 'string',
  number: 'string',
  state: 'string',
  createdAt: 'string',
  lines: [
    {
      line: 'string',
      quantity: 'number',
      reason: 'string',
      '?answers': FollowUpAnswers,
      '?photos': ['string'],
      outcome: 'string',
      '?unitPrice': Money,
      '?soldOut': ['string'],
    },
  ],
  method: 'string',
  sums: [Sum],
  total: Money,
  moves: [MoneyMove],
  '?codePicture': CodePicture,
  '?parcel': Parcel,
  cancelable: 'boolean',
  events: [{ state: 'string', at: 'string' }],
};
export const ReturnLabel: Shape = { pdf: 'string' };
