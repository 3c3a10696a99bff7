import { html, type TemplateResult } from 'lit/html.js';
import type { Variant } from '../../../contract/products.ts';
import type { Alert, AlertKind } from '../../../contract/wishlists.ts';
import type { PlainKey, Say } from '../../locales/words.ts';
import { switchRow } from '../../ui/switch.ts';

const kinds: readonly [AlertKind, PlainKey][] = [
  ['back', 'whenBack'],
  ['price', 'whenLess'],
  ['low', 'whenFew'],
];

export interface WishMails {
  variant: Variant;
  /** What the shopper has asked for, of this variant and of others. */
  asked: readonly Alert[];
  /** Undefined while nobody has signed in: then there is nobody to write to. */
  ask: ((kind: AlertKind, on: boolean) => void) | undefined;
  signIn(): void;
}

/** Of which news a shopper wants one mail each. */
export function wishMails(
  { variant, asked, ask, signIn }: WishMails,
  { text }: Say,
): TemplateResult {
  const wanted = kinds.filter(([kind]) => (kind === 'back') !== variant.available);
  const isOn = (wish: AlertKind) =>
    asked.some((one) => one.variant === variant.id && one.kind === wish);
  return html`<div class="sec"><h2 class="head">${text('tellMe')}</h2>
    ${
      ask
        ? html`<div class="list">${wanted.map(([kind, word]) =>
            switchRow({ title: text(word), on: isOn(kind), set: (on) => ask(kind, on) }),
          )}</div>`
        : html`<p class="second">${text('tellMeHow')}</p>
            <button class="btn quiet" @click=${signIn}>${text('signIn')}</button>`
    }
  </div>`;
}
