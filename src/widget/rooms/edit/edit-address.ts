import { html, nothing } from 'lit/html.js';
import { addressFields, addressOf, draftOf, missingIn } from '../address-form.ts';
import { choice } from '../change-parts.ts';
import type { EditScreen, EditView } from './edit-screen.ts';
import { heading } from '../../ui/heading.ts';

const typedIn = ({ order, draft, words }: EditView) => ({
  ...draftOf(order.address, words),
  ...draft.address,
});

/** Where the order goes. */
export const address: EditScreen = {
  typed: true,
  request({ order, draft, words }) {
    const next = addressOf(draft.address ?? {}, order.address, words);
    return { kind: 'address', address: next, remember: draft.remember ?? false };
  },
  missing: ({ order, draft, words }) =>
    JSON.stringify(addressOf(draft.address ?? {}, order.address, words)) ===
    JSON.stringify(addressOf({}, order.address, words))
      ? words.text('sameAddress')
      : '',
  wrong: (view) => missingIn(typedIn(view)),
  render(view) {
    const { draft, words, quote, wrong, keep, send, sums, foot } = view;
    const { text } = words;
    return html`${heading(text('whereTo'))}
      <form id="form" novalidate @submit=${send}>
        ${addressFields(
          {
            draft: typedIn(view),
            wrong: wrong as ReturnType<typeof missingIn>,
            type: (name, typed) => keep({ address: { ...draft.address, [name]: typed } }),
          },
          words,
        )}
        ${choice({
          name: 'remember',
          value: 'yes',
          several: true,
          chosen: draft.remember ?? false,
          title: text('remember'),
          choose: (remember) => keep({ remember }),
        })}
      </form>
      ${quote?.moves.length ? sums() : nothing}
      ${foot(text('sendThere'), 'form')}`;
  },
};
