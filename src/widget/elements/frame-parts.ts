import { html, nothing, type TemplateResult } from 'lit/html.js';
import { tabsOf, type Room } from '../rooms/rooms.ts';
import type { Desk } from '../stores/desk.ts';
import type { Place } from '../stores/route.ts';
import { icon } from '../ui/icon.ts';

/** Is there a way back, and not only other ways on? */
export const isInside = ({ route }: Desk, room: Room): boolean =>
  route.$stack.get().length > 1 || !!room.task;

/** The way back, and where this is. */
export const backPart = (desk: Desk, { title }: Room, place: Place): TemplateResult => {
  const { route, words } = desk;
  return html`<button class="ib" aria-label=${words.text('back')} @click=${() => route.back() || route.enter('home')}>${icon('back')}</button>
    <p>${typeof title === 'string' ? words.text(title) : title?.(desk, place)}</p>`;
};

/** Whose account it is, and the way there. */
export function personPart({ session, route, words }: Desk): TemplateResult | typeof nothing {
  const who = session.$session.get();
  if (who.kind !== 'customer') return nothing;
  const { firstName, lastName, email = '' } = who.customer;
  const [first = ''] = firstName || email;
  const [last = ''] = lastName;
  return html`<button class="ib" aria-label=${words.text('account')} @click=${() => route.go('account')}>
    <span class="avatar" data-initials=${(first + last).toLocaleUpperCase()}></span>
  </button>`;
}

/** Without a network: since when what is shown may be old. */
export function offlinePart({ $online, $seen, words }: Desk): TemplateResult | typeof nothing {
  if ($online.get()) return nothing;
  const at = $seen.get()?.at;
  return html`<div class="note" role="status">
    ${icon('cloudoff', 's20')}<span>${at ? words.here.when('offlineSince', at) : words.text('offline')}</span>
  </div>`;
}

export function tabsPart(desk: Desk): TemplateResult | typeof nothing {
  const { route, words } = desk;
  const tabs = tabsOf(desk);
  if (!tabs.length) return nothing;
  const [first] = route.$stack.get();
  return html`<nav class="tabs" part="tabs" aria-label=${words.text('rooms')}>
    ${tabs.map(
      (tab) => html`<button class="tab" aria-current=${tab.room === first?.room ? 'page' : 'false'}
        @click=${() => route.enter(tab.room)}>${icon(tab.icon)}${words.text(tab.word)}</button>`,
    )}
  </nav>`;
}
