import { html, type TemplateResult } from 'lit/html.js';
import type { Verdict } from '../../../contract/actions.ts';
import { list } from '../../locales/figures.ts';
import { glyph, icon } from '../../ui/icon.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { plainRow, stepRow } from '../../ui/row.ts';
import type { EditView } from './edit-screen.ts';
import { heading } from '../../ui/heading.ts';
import { methodTitle } from '../method-title.ts';

const PLUS = 'M6 12h12M12 6v12';

/** What the shop lets one change, each with what it is now; what it no longer does says why. */
export function menu(view: EditView): TemplateResult {
  const { order, words, go, why } = view;
  const { text } = words;
  const { lines, address, contact = {}, payments, actions } = order;
  const row = (step: string, verdict: Verdict, lead: TemplateResult, title: string, now: string) =>
    verdict.allowed
      ? stepRow({ lead, title, text: now }, () => go(step))
      : verdict.reason === 'not_offered'
        ? []
        : plainRow({ lead, title, text: why(verdict) });
  const isFixed = actions?.lines.every(({ changes }) => !changes.length);
  const paid = payments.filter(({ amount }) => amount.amount > 0);
  return html`${heading(text('whatToChange'), text('untilConfirmed'))}
    <div class="list">
      ${
        actions && [
          actions.addItems && isFixed
            ? []
            : row('items', actions.editItems, icon('box'), text('itemsSum'), names(lines, view)),
          actions.addItems
            ? row('shop', actions.editItems, glyph(PLUS), text('addItem'), text('addItemHow'))
            : [],
          row(
            'address',
            actions.editAddress,
            roomIcon('pin'),
            text('goesTo'),
            place(address, view),
          ),
          row(
            'shipping',
            actions.editShipping,
            roomIcon('truck'),
            text('delivery'),
            actions.shippingMethods?.find(({ chosen }) => chosen)?.label ?? '',
          ),
          row(
            'contact',
            actions.editContact,
            roomIcon('mail'),
            text('contactRow'),
            told([contact.email, contact.phone?.replaceAll(' ', '\u00a0')], view) ||
              text('contactHow'),
          ),
          row(
            'payment',
            actions.editPayment,
            roomIcon('card'),
            text('payment'),
            told(
              paid.map((way) => methodTitle(way, words)),
              view,
            ),
          ),
        ]
      }
    </div>`;
}

const names = (lines: EditView['order']['lines'], view: EditView): string =>
  told(
    lines.map(({ name }) => name),
    view,
  );

const place = (address: EditView['order']['address'], view: EditView): string =>
  told([...(address?.lines ?? []), address?.city], view);

const told = (parts: readonly (string | undefined)[], { words }: EditView): string =>
  list(
    parts.filter((part): part is string => !!part),
    words,
  );
