import { html, type TemplateResult } from 'lit/html.js';
import type { InboxConversation } from '../../contract/inbox.ts';
import type { Thread } from '../stores/thread.ts';
import type { Say } from '../words/say.ts';
import { icon } from './desk-element.ts';

/** What a conversation is about: taken off with a tap, added with Enter. */
export function threadTags(
  { tags }: InboxConversation,
  change: Thread['change'],
  { text }: Say,
): TemplateResult {
  const onAdd = (event: KeyboardEvent) => {
    const input = event.target as HTMLInputElement;
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const tag = input.value.trim().replaceAll(',', ' ');
    if (tag && !tags.includes(tag)) void change({ tags: [...tags, tag] });
    input.value = '';
  };
  return html`<div class="tags" role="group" aria-label=${text('tags')}>
    ${tags.map((tag) => html`<button type="button" class="mk" aria-label=${text('removeTag', { tag })} @click=${() => change({ tags: tags.filter((one) => one !== tag) })}>${tag} ${icon('close', 's16')}</button>`)}
    <input class="csmall" maxlength="40" placeholder="+ ${text('addTag')}" aria-label=${text('addTag')} @keydown=${onAdd}>
  </div>`;
}
