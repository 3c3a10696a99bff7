export { productsOf, StripBelow } from './picks/strip-below.ts';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Hours } from '../../contract/desk.ts';
import type { Say } from '../locales/words.ts';
import type { Desk } from '../stores/desk.ts';
import { roomIcon } from '../ui/room-icon.ts';
import { parts } from '../ui/parts.styles.ts';
import { linkRow } from '../ui/row.ts';

export { parts };
export const styles = [parts];

/**
 * How else to reach the shop, wherever help ends. Nothing where the shop has told no way; where it
 * cannot tell, because its backend does not answer, the way that the tag names.
 */
export function contactRows({ info, config, words }: Desk): TemplateResult | typeof nothing {
  const { text } = words;
  const state = info.$state.get();
  const shop = state.value;
  const { email, phone, url, hours: open } = shop?.contact ?? {};
  if (!shop || !(email || phone || url)) {
    const isSilent = state.is === 'failed' || (state.is === 'loading' && state.slow);
    const way = config.fallback ?? (isSilent ? '/' : undefined);
    return way && (shop || isSilent) ? wayOut(way, words) : nothing;
  }
  const times = open?.map((stretch) => html`<span>${hoursText(stretch, words)}</span>`);
  return html`<section class="sec" aria-labelledby="contact">
    <h2 class="head" id="contact">${text('contact', { shop: shop.name })}</h2>
    <div class="list">
      ${email ? linkRow({ lead: roomIcon('mail'), title: text('write'), text: email }, `mailto:${email}`) : nothing}
      ${
        phone
          ? linkRow(
              {
                lead: roomIcon('phone'),
                title: text('call'),
                text: html`<bdi dir="ltr">${phone}</bdi>${times}`,
              },
              `tel:${phone.replace(/[^\d+]/g, '')}`,
            )
          : nothing
      }
      ${url ? linkRow({ lead: roomIcon('chat'), title: text('contactPage'), text: phone ? undefined : times && html`${times}` }, url) : nothing}
    </div>
  </section>`;
}

/** `mailto:`, `tel:` or a page. */
function wayOut(way: string, { text }: Say): TemplateResult {
  const [, kind, to] = /^(mailto|tel):([^?]+)/.exec(way) ?? [];
  const icon = kind === 'tel' ? 'phone' : kind ? 'mail' : 'chat';
  const title = text(kind === 'tel' ? 'call' : kind ? 'write' : 'contactPage');
  return html`<div class="list">
    ${linkRow({ lead: roomIcon(icon), title, text: to && html`<bdi dir="ltr">${to}</bdi>` }, way)}
  </div>`;
}

/** Opening hours as they are written, of the shop's own clock: Mon–Fri 09:00–17:30. */
function hoursText({ days, opens, closes }: Hours, { format }: Say): string {
  const clock = format({ hour: '2-digit', minute: '2-digit' }, 'UTC');
  const at = (time: string) => clock.format(Date.parse(`2024-01-01T${time}Z`));
  // 1 January 2024 was a Monday
  const name = (day: number) => format({ weekday: 'short' }, 'UTC').format(Date.UTC(2024, 0, day));
  const first = days[0] ?? 1;
  const last = days.at(-1) ?? first;
  const isRun = days.length > 2 && last - first === days.length - 1;
  const which = isRun ? `${name(first)}–${name(last)}` : days.map(name).join(', ');
  return `${which} ${at(opens)}–${at(closes)}`;
}
