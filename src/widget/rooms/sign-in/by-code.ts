import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Challenge } from '../../../contract/identity.ts';
import { codeInput } from '../../ui/code-input.ts';
import { errorLine } from '../identity-parts.ts';
import { linkSent } from './by-link.ts';
import type { SignInView } from './sign-in-view.ts';

/** What was sent is on its way: a code to type, or a link to open. */
export function sent(challenge: Challenge, view: SignInView): TemplateResult {
  const { channel, to, codeLength } = challenge;
  const { text } = view.desk.words;
  if (challenge.link)
    return html`${linkSent(challenge, view)} ${errorLine(view.error)}
      ${sendAgain(challenge, view)}`;
  const [before = '', after = ''] = text('sentTo', { to: '\0' }).split('\0');
  return html`<div class="stack">
      <h1 class="display" tabindex="-1">${text(channel === 'email' ? 'checkMail' : 'checkPhone')}</h1>
      <p class="second">${before}<bdi class="who">${to}</bdi>${after} ${view.known && 'self' in view.known ? nothing : html`<button class="link" @click=${view.change}>${text('change')}</button>`}</p>
    </div>
    <form class="sec" @submit=${view.send}>
      ${codeInput({
        label: text('code'),
        code: view.code,
        length: codeLength,
        wrong: !!view.error,
        busy: view.busy,
        onCode: view.enter,
      })}
      ${errorLine(view.error)}
      <p class="hide" role="status">${view.busy ? text('checking') : ''}</p>
    </form>
    ${sendAgain(challenge, view)}`;
}

/** Until another one may be asked for. */
export const secondsLeft = ({ resendAt }: Challenge): number =>
  Math.max(0, Math.ceil((Date.parse(resendAt) - Date.now()) / 1000));

function sendAgain(challenge: Challenge, view: SignInView): TemplateResult {
  const { text } = view.desk.words;
  const [soon, now] = challenge.link ? LINK : CODE;
  const left = secondsLeft(challenge);
  return html`${
    left
      ? html`<p class="small second num">${text(soon, { time: clock(left) })}</p>`
      : html`<button class="btn quiet" aria-disabled=${view.busy} @click=${view.again}>${text(now)}</button>`
  }
    <p class="small second">${text('notThere')}</p>`;
}

const CODE = ['codeIn', 'newCode'] as const;
const LINK = ['linkIn', 'newLink'] as const;

/** A countdown: 0:24. */
const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
