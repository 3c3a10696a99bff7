import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SessionEntry } from '../../../contract/session.ts';
import type { Say } from '../../locales/words.ts';
import { roomIcon } from '../../ui/room-icon.ts';

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
  const { text, when } = words;
  const name = deviceName(entry, words);
  const isNamed = !!(device.browser ?? device.system);
  const facts = [
    current ? isNamed && text('thisDevice') : seenAt && when('seenOn', seenAt),
    startedAt && when('since', startedAt),
  ].filter(Boolean);
  return html`<li class="li">
    ${roomIcon(HAND_HELD.has(device.system) ? 'mobile' : 'screen')}
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
