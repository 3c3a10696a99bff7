import { html } from 'lit/html.js';
import { methodName } from '../../locales/figures.ts';
import { choice, choices, money } from '../change-parts.ts';
import type { OutcomeView, ReturnScreen } from './return-screen.ts';
import { heading } from '../../ui/heading.ts';

/** When the new one is sent: once the old one is back, or at once with its price held. */
export const sending: ReturnScreen = {
  shown: (view) => [atOnce(view) ?? []].flat(),
  render(view) {
    const { draft, words, keep, end } = view;
    const { text } = words;
    const { is, value } = atOnce(view)?.$state.get() ?? { is: 'idle' };
    const hold = value?.hold;
    const instant = !!draft.instant;
    const title = text('whenSent');
    return html`${heading(title)}
      ${choices(title, [
        choice({
          ...{ name: 'sending', value: 'later', title: text('onceBack') },
          chosen: !instant,
          text: text('onceBackHow'),
          choose: () => keep({ instant: false }),
        }),
        choice({
          ...{ name: 'sending', value: 'now', title: text('rightAway') },
          chosen: instant,
          off: is === 'failed' || (is === 'ready' && !hold),
          text: hold
            ? text('heldOn', { sum: money(hold.amount, words), label: methodName(hold, words) })
            : text(is === 'loading' ? 'loading' : 'noHold'),
          choose: () => keep({ instant: true }),
        }),
      ])}
      ${instant && hold ? html`<p class="second" role="status">${words.when('heldUntil', hold.until)}</p>` : ''}
      ${end()}`;
  },
};

/** What it would come to, sent at once. */
const atOnce = ({ draft, otherwise }: OutcomeView) => otherwise({ ...draft, instant: true });
