import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { InboxConversation } from '../../contract/inbox.ts';
import type { Desk } from '../stores/desk.ts';
import type { Say } from '../words/say.ts';
import { icon, initials, nameOf } from './desk-element.ts';
import { waitingClock } from './waiting-clock.ts';

/** One conversation in the list: who, what, how long already, and whose it is. */
export function inboxRow(one: InboxConversation, desk: Desk): TemplateResult {
  const { say } = desk;
  const { open } = desk.route.$place.get();
  const name = nameOf(one.with, say);
  return html`<a class="rowi ${one.unseen ? 'new' : ''}" href="#inbox/${encodeURIComponent(one.id)}"
    aria-current=${open === one.id ? 'true' : nothing}>
    <span class="av" aria-hidden="true">${initials(name)}</span>
    <span>
      <span class="l1"><span class="clip">${name}</span><time class="plain second end" datetime=${one.changedAt}>${say.when(one.changedAt)}</time></span>
      <span class="l2 clip" dir="auto">${preview(one, say)}</span>
      <span class="l3">${clock(one, say)} ${priority(one, say)}
        ${one.tags.slice(0, 1).map((tag) => html`<span class="mk bare">${tag}</span>`)}
        <span class="end h">${one.mentioned ? html`<span class="n at" role="img" aria-label=${say.text('mentioned')}>@</span>` : nothing}${one.unseen ? html`<span class="n" aria-label=${say.text('unseen', { n: one.unseen })}>${one.unseen}</span>` : nothing}
        ${owner(one, desk)}</span></span>
    </span>
  </a>`;
}

function preview({ preview: last, state }: InboxConversation, { text }: Say): string {
  if (!last) return '';
  if (last.event === 'closed' && state !== 'closed') return text('reopened');
  if (last.event)
    return text(last.event === 'closed' ? 'talkClosed' : 'joined', { name: last.name ?? '' });
  const words = last.text || text('picture');
  return last.from === 'shopper' ? words : `${last.name ?? text('assistant')}: ${words}`;
}

function clock(one: InboxConversation, say: Say): TemplateResult | typeof nothing {
  const { snoozedUntil } = one;
  if (snoozedUntil)
    return html`<span class="mk bare">${icon('moon', 's16')}${say.text('snoozedUntil', { time: say.when(snoozedUntil) })}</span>`;
  return waitingClock(one, say);
}

function priority({ priority: how }: InboxConversation, say: Say): TemplateResult | typeof nothing {
  if (how === 'normal' || how === 'low') return nothing;
  return html`<span class="mk bad">${icon('alert', 's16')}${say.text(how)}</span>`;
}

function owner(
  { assignee }: InboxConversation,
  { say: { text }, people, session }: Pick<Desk, 'say' | 'people' | 'session'>,
): TemplateResult {
  const { session: who } = session.$state.get();
  const name = people.$state.get().value?.find(({ id }) => id === assignee)?.name;
  if (!name)
    return html`<span class="av small void" role="img" aria-label=${text('nobodys')}></span>`;
  const isMe = who?.kind === 'staff' && who.staff.id === assignee;
  return html`<span class="av small ${isMe ? 'me' : ''}" role="img" aria-label=${text('of', { name })}>${initials(name)}</span>`;
}
