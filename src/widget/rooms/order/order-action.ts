import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Parcel } from '../../../contract/shipments.ts';
import type { Desk } from '../../stores/desk.ts';
import { actionLabel } from './order-story.ts';

interface Button {
  label: string;
  href: string;
}

/** The next step comes first; where the carrier has no page for it, the shop helps. */
export function orderAction(
  parcels: readonly Parcel[],
  { shop, words }: Desk,
): TemplateResult | typeof nothing {
  const { email, phone, url } = shop?.contact ?? {};
  const toShop =
    url ?? (email ? `mailto:${email}` : phone ? `tel:${phone.replace(/[^\d+]/g, '')}` : undefined);
  const buttons = parcels.flatMap(({ action, carrier }): Button[] => {
    const label = action && actionLabel(action, carrier?.name, words);
    if (!label) return [];
    if (action.kind !== 'contact_shop' && action.url) return [{ label, href: action.url }];
    return toShop ? [{ label: words.text('contactShop'), href: toShop }] : [];
  });
  const [first, ...others] = buttons.filter(
    ({ href }, n) => buttons.findIndex((button) => button.href === href) === n,
  );
  if (!first) return nothing;
  const button = ({ label, href }: Button, look: string) =>
    html`<a class="btn ${look}" href=${href} target=${href.startsWith('http') ? '_blank' : nothing} rel="noopener">${label}</a>`;
  return html`<div class="stack">${button(first, '')} ${others.map((other) => button(other, 'quiet'))}</div>`;
}
