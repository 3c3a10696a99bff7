import { html, type TemplateResult } from 'lit/html.js';
import type { Challenge } from '../../../contract/identity.ts';
import type { Say } from '../../locales/words.ts';
import { errorLine } from '../identity-parts.ts';

/** What a link from a mail names: `sign-in/~CHALLENGE.TOKEN`. */
export interface MailedLink {
  challenge: string;
  token: string;
}

export function linkIn(place: string | undefined): MailedLink | undefined {
  const [, challenge, token] = /^~([\w-]+)\.([\w-]+)$/.exec(place ?? '') ?? [];
  return challenge && token ? { challenge, token } : undefined;
}

/** The head of the room while a link is on its way: where it went, and why it is no code. */
export function linkSent({ to }: Challenge, { text }: Say, change: () => void): TemplateResult {
  const [before = '', after = ''] = text('linkSentTo', { to: '\0' }).split('\0');
  return html`<div class="stack">
    <h1 class="display" tabindex="-1">${text('checkMail')}</h1>
    <p class="second">${before}<bdi class="who">${to}</bdi>${after} <button class="link" @click=${change}>${text('change')}</button></p>
    <p class="second">${text('linkWhy')}</p>
  </div>`;
}

interface LinkOpened {
  busy: boolean;
  error: string;
  /** It will never work again: another one is needed. */
  over: boolean;
  enter(): void;
  anew(): void;
}

/**
 * The link has been opened. It takes a tap: programs that look through mails open links as well,
 * and must not use it up.
 */
export function linkOpened(
  { text }: Say,
  { busy, error, over, enter, anew }: LinkOpened,
): TemplateResult {
  return html`<div class="stack">
      <h1 class="display" tabindex="-1">${text('signIn')}</h1>
      <p class="second">${text('linkHere')}</p>
    </div>
    ${errorLine(error)}
    ${
      over
        ? html`<button class="btn" @click=${anew}>${text('newLink')}</button>`
        : html`<button class="btn" aria-disabled=${busy} @click=${enter}>${text('signIn')}</button>`
    }`;
}
