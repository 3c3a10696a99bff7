import type { nothing, TemplateResult } from 'lit/html.js';
import type { Verdict } from '../../../contract/actions.ts';
import type { EditRequest } from '../../../contract/edits.ts';
import type { Order } from '../../../contract/orders.ts';
import type { Quote } from '../../../contract/quotes.ts';
import type { Say } from '../../locales/words.ts';
import type { Desk } from '../../stores/desk.ts';
import type { RemoteStore } from '../../stores/remote.ts';
import type { AddressDraft } from '../address-form.ts';

/** What has been answered so far, by screen. */
export interface EditDraft {
  /** What lines are to become, by their id. */
  items: Readonly<Record<string, { variant?: string; quantity?: number }>>;
  /** What comes to the order, by its variant; none of it: it was taken back. */
  added: Readonly<Record<string, { product: string; quantity: number }>>;
  /** Who pays the difference, or is given it. */
  settle: string;
  address: AddressDraft;
  remember: boolean;
  email: string;
  phone: string;
  payment: string;
  /** Which way it is to be sent. */
  shipping: string;
}

export interface EditView {
  order: Order;
  /** The line or the product that a step names. */
  about: string;
  draft: Partial<EditDraft>;
  /** The field that is wrong. */
  wrong: string | undefined;
  /** What it comes to, where that is known. */
  quote: Quote | undefined;
  /** What it came to when that was known last: by it is asked who pays. */
  last: Quote | undefined;
  desk: Desk;
  words: Say;
  keep(answers: Partial<EditDraft>): void;
  go(step: string): void;
  back(): void;
  /** To all items and what they come to, once this one is answered. */
  toItems(): void;
  /** How it adds up, once that is known; `moves`: with the ways the money goes. */
  sums(moves?: boolean): TemplateResult | typeof nothing;
  /** Why not, in words. */
  why(no: Extract<Verdict, { allowed: false }>): string;
  /** The form was sent. */
  send(event: Event): void;
  /** The lower edge; its button does the change unless it sends the form or has something else to do. */
  foot(label: string, act?: (() => void) | 'form'): TemplateResult;
}

/** One thing that can be changed: a screen for it, and what it asks for. */
export interface EditScreen {
  /** Its answers are typed: what they come to is asked once they are sent. */
  typed?: boolean;
  /** What it shows beside the order and the quote. */
  shown?(view: EditView): readonly RemoteStore<unknown>[];
  request(view: EditView): EditRequest | undefined;
  /** What is still to be answered, in words. */
  missing(view: EditView): string;
  /** The field that cannot be sent as it is. */
  wrong?(view: EditView): string | undefined;
  render(view: EditView): TemplateResult;
}
