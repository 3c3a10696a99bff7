import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OrderTracking } from '../../../contract/orders.ts';
import type { Problem } from '../../client/problem.ts';
import type { Say } from '../../locales/words.ts';
import type { Desk } from '../../stores/desk.ts';
import { stateBlock } from '../../ui/state-block.ts';
import { failedBlock } from '../absent.ts';

/** Whoever has not signed in is shown no order. */
export function locked(desk: Desk, order: string): TemplateResult {
  const { text } = desk.words;
  const can = desk.shop?.capabilities;
  const signIn = () => desk.route.go('sign-in', { room: 'order', id: order });
  return stateBlock({
    icon: 'box',
    title: text('orderLocked'),
    text: text('signInHow'),
    actions: html`<button class="btn" @click=${signIn}>${text('signIn')}</button>
      ${can?.guestTracking ? html`<button class="btn text" @click=${() => desk.route.go('find')}>${text('trackGuest')}</button>` : nothing}`,
  });
}

/** A guest has proved no more than two details; a code opens the rest. */
export function seeAll(desk: Desk, { id }: OrderTracking): TemplateResult | typeof nothing {
  const { text } = desk.words;
  if (!desk.shop?.capabilities.emailCode) return nothing;
  const ask = () => desk.route.go({ room: 'sign-in', id }, { room: 'order', id });
  return html`<div class="stack">
    <button class="btn quiet" @click=${ask}>${text('seeAllOf')}</button>
    <p class="small second">${text('seeAllWhy')}</p>
  </div>`;
}

/** There is no such order for whoever asks. */
export function unknown(desk: Desk): TemplateResult {
  const { text } = desk.words;
  const find = desk.shop?.capabilities.guestTracking;
  return stateBlock({
    icon: 'box',
    title: text('orderUnknown'),
    text: text('orderUnknownHow'),
    actions: find
      ? html`<button class="btn" @click=${() => desk.route.go('find')}>${text('findOrder')}</button>`
      : nothing,
  });
}

export const failed = (desk: Desk, problem: Problem, again: () => unknown): TemplateResult =>
  failedBlock(desk, { title: 'orderFailed', safe: 'orderSafe', problem, again });

/** Its place, while it is on its way. */
export const bones = ({ text }: Say, isSlow: boolean): TemplateResult =>
  html`${isSlow ? html`<p class="second" role="status">${text('slow')}</p>` : nothing}<div class="parcel" role="status" aria-label=${text('loading')}>
    <div class="stack"><i class="sk bar"></i><i class="sk line"></i></div>
    <i class="sk box"></i><i class="sk box"></i>
  </div>`;
