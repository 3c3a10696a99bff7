import { html, nothing } from 'lit/html.js';
import { choice, choices, money } from '../change-parts.ts';
import type { EditScreen, EditView } from './edit-screen.ts';
import { asksWhoPays, changeLabel, payersOf, settlePart } from './settle-part.ts';

/** How the order is sent, and what another way comes to. */
export const shipping: EditScreen = {
  shown: payersOf,
  request(view) {
    const { shipping: method, settle } = view.draft;
    if (method === undefined || method === usedIn(view)) return undefined;
    return { kind: 'shipping', method, ...(settle && { payment: settle }) };
  },
  missing: (view) => (shipping.request(view) ? '' : view.words.text('sameItems')),
  render(view) {
    const { draft, words, keep, foot } = view;
    const title = words.text('delivery');
    const chosen = draft.shipping ?? usedIn(view);
    return html`<h1 class="title" tabindex="-1">${title}</h1>
      ${choices(
        title,
        waysOf(view).map(({ id, label, price }) =>
          choice({
            ...{ name: 'shipping', value: id, title: label, chosen: id === chosen },
            end: price.amount ? money(price, words) : words.text('free'),
            choose: () => keep({ shipping: id }),
          }),
        ),
      )}
      ${shipping.request(view) ? html`${view.sums(!asksWhoPays(view))} ${settlePart(view)}` : nothing}
      ${foot(changeLabel(view))}`;
  },
};

const waysOf = ({ order }: EditView) => order.actions?.shippingMethods ?? [];
const usedIn = (view: EditView) => waysOf(view).find(({ chosen }) => chosen)?.id;
