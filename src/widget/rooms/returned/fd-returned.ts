import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ReadableAtom } from 'nanostores';
import type { Line } from '../../../contract/orders.ts';
import type { CodePicture, Return } from '../../../contract/returns.ts';
import type { Problem } from '../../client/problem.ts';
import { saveFile } from '../../host/save-file.ts';
import { createReturns } from '../../stores/returns.ts';
import { errorLine } from '../../ui/field.ts';
import { fieldStyles } from '../../ui/field.styles.ts';
import { footStyles } from '../../ui/foot.styles.ts';
import { qr, qrPicture } from '../../ui/qr.ts';
import { stateBlock } from '../../ui/state-block.ts';
import { bone, failedBlock } from '../absent.ts';
import { contactRows, parts, productsOf, StripBelow } from '../contact.ts';
import { orderStyles } from '../order-parts.styles.ts';
import { share } from '../share.ts';
import { TaskRoom } from '../task-room.ts';
import type * as Questions from '../questions.ts';
import type * as Below from '../below.ts';
import { styles } from './fd-returned.styles.ts';
import { headlineOf, isWaitedFor } from './return-state.ts';
import { heading } from '../../ui/heading.ts';

/** A label is made in a moment; where the desk hears no news, it looks again after these ms. */
const LOOKS = [1000, 2000, 4000, 8000];

/**
 * @summary A return that was asked for: the code to show or the label to print, what comes next, what
 * comes of it, and the way to keep it after all. `order` is the return's id.
 */
export class FdReturned extends TaskRoom {
  static override styles = [
    ...[...TaskRoom.styles, parts, orderStyles, fieldStyles],
    ...[footStyles, styles],
  ];
  static override properties = [
    ...[...TaskRoom.properties, 'order', 'sure', 'below', 'photos', 'looks'],
  ];
  declare order: string;
  declare private below: typeof Below | undefined;
  declare private photos: typeof Questions | undefined;
  /** It was asked to be cancelled, and is asked about once more. */
  declare private sure: boolean;
  /** So often it was looked whether the label is there. */
  declare private looks: number;
  #strip = new StripBelow(this);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.sure = false;
    this.looks = 0;
  }

  get #returns() {
    return this.desk.use(createReturns);
  }
  get #read() {
    return this.#returns.one(this.order);
  }
  get #lines(): readonly Line[] {
    const { value } = this.#read.$state.get();
    return (value && this.desk.order(value.order).$state.get().value?.lines) ?? [];
  }

  protected override shown(): readonly ReadableAtom<unknown>[] {
    const { order } = this.desk;
    const { value } = this.#read.$state.get();
    const about = value ? [order(value.order).$state] : [];
    const photos = this.photos ? [this.photos.photosOf(this.desk).$state] : [];
    return [this.#read.$state, ...about, ...photos];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#getBelow();
    // back from giving a code: what it was for is done now
    if (this.#returns.cancelling.taken()) void this.#cancel();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  protected override willUpdate(): void {
    if (this.who.kind !== 'customer') return;
    this.#read.need();
    const { is, value } = this.#read.$state.get();
    if (!value) return;
    this.desk.order(value.order).need();
    if (photosOf(value).length) void this.#getPhotos();
    if (is === 'ready' && isWaitedFor(value)) this.#lookAgain();
  }

  protected override updated(): void {
    this.onlyCustomers('returned', 'home');
  }

  #lookAgain(): void {
    const after = LOOKS[this.looks];
    if (this.#timer || after === undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.looks += 1;
      void this.#read.load();
    }, after);
  }

  /** What is to be done can be told without. */
  async #getBelow(): Promise<void> {
    this.below ??= await this.bring(import('../below.ts'));
  }

  async #getPhotos(): Promise<void> {
    this.photos ??= await this.bring(import('../questions.ts'));
  }

  protected override failed(problem: Problem): void {
    const { below, words } = this;
    const { code } = problem;
    if (!below?.isRuleProblem(code)) return super.failed(problem);
    this.error = below.whyNot({ reason: code }, words);
    void this.#read.load();
  }

  #cancel = () =>
    this.do(async () => {
      const cancelled = await this.#returns.cancelling.grant(this.order);
      if (!cancelled) return this.desk.route.go('sign-in/self');
      this.sure = false;
      this.desk.announce(this.words.text('returnCancelled'));
      void this.desk.order(cancelled.order).load();
    });

  #saveLabel = ({ id, number }: Return) =>
    this.do(async () => saveFile(await this.#returns.label(id), `${number}.pdf`));

  #saveCode = (picture: CodePicture, number: string) =>
    this.do(async () => saveFile(await qrPicture(picture), `${number}.png`));

  #code({ number, code = '', codePicture: picture, parcel }: Return): TemplateResult {
    const { text } = this.words;
    return html`<div class="qrbox">
        ${picture ? qr(picture, text('codeToShow')) : nothing}
        <p class="code-text" dir="ltr">${parcel?.number ?? code}</p>
      </div>
      <div class="two">
        ${picture ? html`<button class="btn quiet" @click=${() => void this.#saveCode(picture, number)}>${text('saveImage')}</button>` : nothing}
        <button class="btn quiet" @click=${() => void share(this.desk, { text: code })}>${text('share' in navigator ? 'shareCode' : 'copyCode')}</button>
      </div>`;
  }

  /** What is needed to send it back; the carrier may still be making it. */
  #hand(it: Return): TemplateResult | typeof nothing {
    const { text } = this.words;
    if (isWaitedFor(it))
      return this.looks < LOOKS.length
        ? bone('wait', this.words)
        : html`<p class="second" role="status">${text('labelLate')}</p>`;
    if (isShown(it)) return this.#code(it);
    return it.label && it.state === 'label_sent'
      ? html`<button class="btn" aria-disabled=${this.busy} @click=${() => void this.#saveLabel(it)}>${text('saveLabel')}</button>`
      : nothing;
  }

  #return(it: Return): TemplateResult {
    const { words } = this;
    const { title, told } = headlineOf(it, words);
    return html`<div class="stack tight ${isShown(it) ? 'center' : ''}">
        <p class="small second">${words.text('returnNumber', { number: it.number })}</p>
        ${heading(title, told)}
      </div>
      ${it.chooseBy ? html`<button class="btn" @click=${() => this.desk.route.go({ room: 'choose', id: it.order, step: it.id })}>${words.text('chooseAgain')}</button>` : nothing}
      ${this.#hand(it)} ${errorLine(this.error)} ${this.below ? this.#rest(it, this.below) : nothing}
      ${isShown(it) ? html`<div class="ft"><button class="btn" @click=${this.desk.route.done}>${words.text('done')}</button></div>` : nothing}`;
  }

  #rest(it: Return, below: typeof Below): TemplateResult {
    const { desk, words, sure, busy } = this;
    const ask = (isSure: boolean) => (this.sure = isSure);
    const cancel = () => void this.#cancel();
    return html`${below.planPart(it, words)} ${below.backPart(it, this.#lines, this.photos?.sentPhotos(desk, photosOf(it)), words)}
      ${below.storyPart(it, words)}
      ${it.cancelable ? below.cancelPart({ words, sure, busy, ask, cancel }) : nothing}
      ${this.#lines.length ? this.#strip.at('after-change', productsOf(this.#lines)) : nothing}`;
  }

  #absent(problem: Problem): TemplateResult {
    const { text } = this.words;
    return problem.code === 'not_found'
      ? stateBlock({ icon: 'box', title: text('returnUnknown'), text: text('orderUnknownHow') })
      : failedBlock(this.desk, {
          ...{ title: 'returnFailed', safe: 'orderSafe', problem, again: this.#read.load },
        });
  }

  protected override render(): TemplateResult {
    const state = this.#read.$state.get();
    const { value } = state;
    if (value)
      return html`${this.#return(value)}
        ${value.state === 'refused' || value.labelFailed || (isWaitedFor(value) && this.looks >= LOOKS.length) ? contactRows(this.desk) : nothing}`;
    if (state.is !== 'failed') return bone('wait', this.words);
    return html`${this.#absent(state.problem)} ${contactRows(this.desk)}`;
  }
}

/** There is a code, and it is its time. */
const isShown = ({ code, state }: Return): boolean => code !== undefined && state === 'label_sent';

const photosOf = ({ lines }: Return): string[] => lines.flatMap(({ photos = [] }) => photos);
