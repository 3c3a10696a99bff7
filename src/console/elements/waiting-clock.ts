import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { InboxConversation } from '../../contract/inbox.ts';
import type { Controller, ReactiveElement } from '../../widget/host/reactive-element.ts';
import type { Say } from '../words/say.ts';
import { icon } from './desk-element.ts';

/** A wait this long, or an answer due this soon, is told in warning colours, in ms. */
const SOON = 10 * 60_000;
const TICK = 30_000;

/** How long somebody has waited; or how long there is to answer them, where the shop has set a time. */
export function waitingClock(
  { askedAt, dueAt }: Pick<InboxConversation, 'askedAt' | 'dueAt'>,
  say: Say,
): TemplateResult | typeof nothing {
  const now = Date.now();
  if (dueAt !== undefined) {
    const left = Date.parse(dueAt) - now;
    const time = say.span(Math.abs(left));
    return left < 0
      ? html`<span class="mk bad">${icon('clock', 's16')}${say.text('overdue', { time })}</span>`
      : html`<span class="mk ${left < SOON ? 'warn' : 'bare'}">${icon('clock', 's16')}${say.text('due', { time })}</span>`;
  }
  if (askedAt === undefined) return nothing;
  const gone = now - Date.parse(askedAt);
  return html`<span class="mk ${gone > SOON ? 'warn' : 'bare'}">${icon('clock', 's16')}${say.text('waits', { time: say.span(gone) })}</span>`;
}

/** Clocks go on while nothing else changes. */
export class Ticking implements Controller {
  readonly #host: ReactiveElement;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }
  hostConnected(): void {
    this.#timer = setInterval(() => this.#host.requestUpdate(), TICK);
  }
  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
