import type { ReadableAtom } from 'nanostores';
import { html, type TemplateResult } from 'lit/html.js';
import { ReactiveElement } from '../../widget/host/reactive-element.ts';
import { StoreController } from '../../widget/host/store-controller.ts';
import { base } from '../../widget/ui/base.styles.ts';
import { glyph } from '../../widget/ui/icon.ts';
import type { Shopper } from '../../contract/inbox.ts';
import type { Problem } from '../../widget/client/problem.ts';
import type { Desk } from '../stores/desk.ts';
import { glyphs } from '../styles/icons.ts';
import { deskParts } from '../styles/desk.styles.ts';
import type { Say } from '../words/say.ts';
import { noWordOf } from './order-words.ts';

/** What every pane has: the desk, its words, and a new picture when a store it shows changes. */
export abstract class DeskElement extends ReactiveElement {
  static override styles: readonly CSSStyleSheet[] = [base, deskParts];
  static override properties: readonly string[] = ['desk'];
  declare desk: Desk;

  constructor() {
    super();
    new StoreController(this, () => this.shown());
  }

  protected abstract shown(): readonly ReadableAtom<unknown>[];

  protected get say(): Say {
    return this.desk.say;
  }
}

const MIRRORED: ReadonlySet<string> = new Set(['back', 'out', 'chat', 'returns']);

export const icon = (name: keyof typeof glyphs, look = ''): TemplateResult =>
  glyph(glyphs[name], MIRRORED.has(name) ? `flip ${look}` : look);

export const key = (...names: string[]): TemplateResult[] =>
  names.map((name) => html`<kbd class="k">${name}</kbd>`);

/** First letters of the first and last word of a name. */
export const initials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const [first = '?', last = ''] = [words[0]?.[0], words.length > 1 ? words.at(-1)?.[0] : ''];
  return (first + last).toUpperCase();
};

export const nameOf = ({ name, email }: Shopper, say: Say): string =>
  name ?? email ?? say.text('visitor');

const fileSentences: Readonly<Record<string, Parameters<Say['text']>[0]>> = {
  file_type_refused: 'fileWrong',
  file_not_as_said: 'fileWrong',
  file_too_large: 'fileLarge',
  file_refused: 'fileRefused',
  too_many_files: 'filesMany',
  upload_not_found: 'filesGone',
};

/** Why it did not work, in a sentence. */
export function sentence({ code, triesLeft, retryAfter }: Problem, say: Say): string {
  if (code === 'offline') return say.text('offline');
  if (code === 'wrong_code') return say.text('wrongCode', { n: triesLeft ?? 0 });
  const file = fileSentences[code];
  if (file) return say.text(file);
  if (code === 'link_over') return say.text('linkOver');
  if (code === 'role_required') return say.text('roleRequired');
  if (code === 'channel_unavailable') return say.text('noMail');
  if (code === 'passkey_refused') return say.text('passkeyRefused');
  if (code === 'step_up_required') return say.text('signInFirst');
  if (code === 'last_second_factor') return say.text('lastFactor');
  if (code === 'too_many_passkeys') return say.text('tooManyPasskeys');
  if (code === 'validation_failed') return say.text('fieldsWrong');
  if (code === 'return_moved_on') return say.text('movedOn');
  if (code === 'quote_changed' || code === 'quote_expired') return say.text('orderChanged');
  if (code === 'undo_over') return say.text('undoOver');
  const no = noWordOf(code);
  if (no) return say.text(no, { day: '' });
  if (code === 'too_many_tries' || code === 'too_many_requests')
    return say.text('tooMany', { minutes: Math.max(1, Math.ceil((retryAfter ?? 60) / 60)) });
  return say.text('failed');
}
