import type { TemplateResult } from 'lit/html.js';
import type { OrderSummary } from '../../contract/orders.ts';
import { money } from '../locales/figures.ts';
import type { Say } from '../locales/words.ts';
import { picture } from '../ui/picture.ts';
import { linkRow } from '../ui/row.ts';
import { headline } from './order-line.ts';
import { roomHref, roomPath } from './room-element.ts';

/** An order in a list: its picture, where it is, what it cost. */
export const orderRow = (
  order: OrderSummary,
  words: Say,
  to: (path: string) => (event: Event) => void,
): TemplateResult => {
  const path = roomPath('order', order.id);
  const number = words.text('orderNumber', { number: order.number });
  return linkRow(
    {
      lead: picture(order.pictures[0]?.url),
      title: headline(order.progress, words),
      text: `${number} · ${words.text('items', { n: order.itemCount })}`,
      value: money(order.total, words),
    },
    roomHref(path),
    to(path),
  );
};
