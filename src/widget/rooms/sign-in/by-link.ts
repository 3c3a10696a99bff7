import { html, type TemplateResult } from 'lit/html.js';
import type { Challenge } from '../../../contract/identity.ts';
import type { Problem } from '../../client/problem.ts';
import { dropSecretHash } from '../../host/secret-hash.ts';
import { errorLine } from '../identity-parts.ts';
import type { SignInView } from './sign-in-view.ts';

/** What a link from a mail names: `sign-in/~CHALLENGE.TOKEN`. */
export interface MailedLink {
  challenge: string;
  token: string;
}

/** It leaves the address bar, where it would be seen and kept. */
export function linkIn(place: string | undefined): MailedLink | undefined {
  const [, challenge, token] = /^~([\w-]+)\.([\w-]+)$/.exec(place ?? '') ?? [];
  if (!challenge || !token) return undefined;
  dropSecretHash();
  return { challenge, token };
}

/** The head of the room while a link is on its way: where it went, and why it is no code. */
export function linkSent({ to }: Challenge, { desk, change }: SignInView): TemplateResult {
  const { text } = desk.words;
  const [before = '', after = ''] = text('linkSentTo', { to: '\0' }).split('\0');
  return html`<div class="stack">
    <h1 class="display" tabindex="-1">${text('checkMail')}</h1>
    <p class="second">${before}<bdi class="who">${to}</bdi>${after} <button class="link" @click=${change}>${text('change')}</button></p>
    <p class="second">${text('linkWhy')}</p>
  </div>`;
}

/**
 * The link has been opened. It takes a tap: programs that look through mails open links as well,
 * and must not use it up.
 * `over`: it will never work again, and another one is needed.
 */
export function linkOpened(view: SignInView, over: boolean): TemplateResult {
  const { words, route } = view.desk;
  const { text } = words;
  return html`<div class="stack">
      <h1 class="display" tabindex="-1">${text('signIn')}</h1>
      <p class="second">${text('linkHere')}</p>
    </div>
    ${errorLine(view.error)}
    ${
      over
        ? html`<button class="btn" @click=${() => route.replace('sign-in')}>${text('newLink')}</button>`
        : html`<button class="btn" aria-disabled=${view.busy} @click=${view.open}>${text('signIn')}</button>`
    }`;
}

/** With a link there is no second try. */
export const LINK_OVER: ReadonlySet<string> = new Set<Problem['code']>([
  'wrong_code',
  'challenge_expired',
  'challenge_used',
  'too_many_tries',
  'validation_failed',
]);
