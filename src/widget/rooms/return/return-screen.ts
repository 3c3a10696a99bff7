import type { nothing, TemplateResult } from 'lit/html.js';
import type { ReasonOffer, Verdict } from '../../../contract/actions.ts';
import type { Order } from '../../../contract/orders.ts';
import type { PaymentMethod } from '../../../contract/payment-methods.ts';
import type { Quote } from '../../../contract/quotes.ts';
import type { Say } from '../../locales/words.ts';
import type { Desk } from '../../stores/desk.ts';
import type { RemoteStore } from '../../stores/remote.ts';
import type { Going, LineAnswers, ReturnDraft, Settled } from './return-draft.ts';

/** What a question about what comes of it is made from, and what it can do. */
export interface OutcomeView {
  order: Order;
  going: readonly Settled[];
  draft: Partial<ReturnDraft>;
  /** What it comes to, where that is known. */
  quote: Quote | undefined;
  /** What it came to when that was known last: by it is asked who pays. */
  last: Quote | undefined;
  /** How the customer may pay, once that is read. */
  methods: readonly PaymentMethod[] | undefined;
  desk: Desk;
  words: Say;
  keep(answers: Partial<ReturnDraft>): void;
  /** Answers about one line, beside those that were given. */
  about(line: string, answers: LineAnswers): void;
  /** What other answers would come to; undefined while they are not all given. */
  otherwise(answers: Partial<ReturnDraft>): RemoteStore<Quote> | undefined;
  /** One question further, once this one is answered. */
  on(): void;
  /** A question beside the way. */
  go(step: string): void;
  /** After this one, nothing is asked. */
  isLast: boolean;
  /** How it adds up, once that is known. */
  sums(): TemplateResult | typeof nothing;
  /** What stands for what is being read. */
  bones(): TemplateResult;
  /** The lower edge: without `act` its button asks for the return, and what is `agreed` to stands over it. */
  foot(label: string, act?: () => void, agreed?: TemplateResult): TemplateResult;
  /** The lower edge of a question about what comes of it: goes on, or asks for the return. */
  end(): TemplateResult;
}

/** The same of a screen of a return. */
export interface ReturnView extends OutcomeView {
  going: readonly Going[];
  /** Pictures of a line, where its reason has some. */
  photos(line: string, offer: ReasonOffer | undefined): TemplateResult | typeof nothing;
  /** Is a picture of this line still on its way? */
  isWaiting(line: string): boolean;
  /** Why not, in words. */
  why(no: Extract<Verdict, { allowed: false }>): string;
}

/** A question that only some are asked. */
export interface ReturnScreen {
  /** What it shows beside the order. */
  shown?(view: OutcomeView): RemoteStore<unknown>[];
  render(view: OutcomeView, about: Settled | undefined): TemplateResult;
}
