import { html, nothing, type TemplateResult } from 'lit';
import type { Desk as Shop } from '../../contract/desk.ts';
import type { Say } from '../locales/words.ts';
import { icon } from '../ui/icon.ts';
import { linkRow } from '../ui/row.ts';

/** How else to reach the shop, wherever help ends. Nothing where the shop has told no way. */
export function contactRows(
  shop: Shop | undefined,
  { text, hours }: Say,
): TemplateResult | typeof nothing {
  const { email, phone, url, hours: open } = shop?.contact ?? {};
  if (!shop || !(email || phone || url)) return nothing;
  const times = open?.map(
    ({ days, opens, closes }) => html`<span>${hours(days, opens, closes)}</span>`,
  );
  return html`<section class="sec" aria-labelledby="contact">
    <h2 class="head" id="contact">${text('contact', { shop: shop.name })}</h2>
    <div class="list">
      ${email ? linkRow({ lead: icon('mail'), title: text('write'), text: email }, `mailto:${email}`) : nothing}
      ${
        phone
          ? linkRow(
              {
                lead: icon('phone'),
                title: text('call'),
                text: html`<bdi dir="ltr">${phone}</bdi>${times}`,
              },
              `tel:${phone.replace(/[^\d+]/g, '')}`,
            )
          : nothing
      }
      ${url ? linkRow({ lead: icon('chat'), title: text('contactPage'), text: phone ? undefined : times && html`${times}` }, url) : nothing}
    </div>
  </section>`;
}
