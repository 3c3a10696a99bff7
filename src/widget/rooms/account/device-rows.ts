import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SessionEntry } from '../../../contract/session.ts';
import type { Say } from '../../locales/words.ts';
import { glyph } from '../../ui/icon.ts';

const SCREEN = 'M3.5 5h17v11.5h-17zM9 20h6m-3-3.5V20';
const MOBILE =
  'M9 3h6a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 15 21H9a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 9 3zm2 15h2';

const HAND_HELD: ReadonlySet<string | undefined> = new Set(['iPhone', 'iPad', 'Android']);

/** What a shopper calls it: "Firefox on Windows"; as much of it as is known. */
export function deviceName({ device: { browser, system }, current }: SessionEntry, words: Say) {
  if (browser && system) return words.text('deviceOn', { browser, system });
  return browser ?? system ?? words.text(current ? 'thisDevice' : 'otherDevice');
}

/** One device: what it is, whether it is this one or when it was seen, and the way to end it. */
export function deviceRow(
  entry: SessionEntry,
  words: Say,
  { busy, end }: { busy: boolean; end(): void },
): TemplateResult {
  const { device, current, seenAt, startedAt } = entry;
  const { text, when } = words.here;
  const name = deviceName(entry, words);
  const isNamed = !!(device.browser ?? device.system);
  const facts = [
    current ? isNamed && text('thisDevice') : seenAt && when('seenOn', seenAt),
    startedAt && when('since', startedAt),
  ].filter(Boolean);
  return html`<li class="li">
    ${glyph(HAND_HELD.has(device.system) ? MOBILE : SCREEN)}
    <span class="grow">
      <span class="strong">${name}</span>
      ${facts.map((fact) => html`<span class="small second">${fact}</span>`)}
    </span>
    ${
      current
        ? nothing
        : html`<button class="btn quiet end" aria-disabled=${busy} aria-label=${text('signOutOf', { device: name })} @click=${end}>${text('signOut')}</button>`
    }
  </li>`;
}
