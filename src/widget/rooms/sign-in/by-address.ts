import { html, nothing, type TemplateResult } from 'lit/html.js';
import { stop } from '../../locales/figures.ts';
import type { Desk } from '../../stores/desk.ts';
import { stateBlock } from '../../ui/state-block.ts';
import { contactRows, errorLine, field } from '../identity-parts.ts';
import type { SignInView } from './sign-in-view.ts';

/** Where a code is sent: an address that is asked for, or one that is known. */
export function askAddress(view: SignInView): TemplateResult {
  const { desk, known } = view;
  const { text } = desk.words;
  const shop = desk.shop;
  const isSelf = known && 'self' in known;
  return html`<form novalidate @submit=${view.send}>
      <div class="stack">
        <h1 class="display" tabindex="-1">${text(isSelf ? 'proveIt' : known ? 'seeAllOf' : 'signIn')}</h1>
        <p class="second">${text(isSelf ? 'proveHow' : known ? 'seeAllHow' : 'signInHow')}</p>
      </div>
      ${
        known
          ? errorLine(view.error)
          : field({
              name: 'email',
              label: text('email'),
              value: view.draft.email ?? '',
              error: view.error,
              inputmode: 'email',
              autocomplete: 'email',
              first: true,
              type: view.type,
            })
      }
      <button class="btn" aria-disabled=${view.busy}>${text('sendCode')}</button>
    </form>
    ${
      known || !shop?.capabilities.guestTracking
        ? nothing
        : html`<p class="or">${text('or')}</p>${trackInstead(desk)}`
    }
    ${
      shop?.links.terms && !isSelf
        ? html`<p class="small second foot">${text('accept')} <a class="link ul" href=${shop.links.terms} target="_blank" rel="noopener">${text('terms')}</a>${stop(desk.words)}</p>`
        : nothing
    }`;
}

/** The shop cannot send codes: who can help instead; `isFree`: it is about no order yet. */
export function codesOff(desk: Desk, isFree: boolean): TemplateResult {
  const { text } = desk.words;
  const shop = desk.shop;
  return html`${stateBlock({
    icon: 'user',
    title: text('codesOff'),
    text: shop ? text('codesOffHow', { shop: shop.name }) : '',
    actions: shop?.capabilities.guestTracking && isFree ? trackInstead(desk) : nothing,
  })}
  ${contactRows(desk)}`;
}

const trackInstead = ({ route, words }: Desk): TemplateResult =>
  html`<button class="btn text" @click=${() => route.go('find')}>${words.text('trackInstead')}</button>`;
