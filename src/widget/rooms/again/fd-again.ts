import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Reorder } from '../../../contract/reorder.ts';
import type { Problem } from '../../client/problem.ts';
import type { CartAnswer } from '../../cart/cart.ts';
import { money } from '../../locales/figures.ts';
import { createReorders } from '../../stores/reorders.ts';
import { choiceStyles } from '../../ui/choice.ts';
import { errorLine } from '../../ui/field.ts';
import { fieldStyles } from '../../ui/field.styles.ts';
import { footStyles } from '../../ui/foot.styles.ts';
import { stateBlock } from '../../ui/state-block.ts';
import { bones, failedBlock } from '../absent.ts';
import { contactRows, parts } from '../contact.ts';
import { orderStyles, quantityStyles } from '../order-lines.ts';
import { TaskRoom } from '../task-room.ts';
import { againList } from './again-list.ts';
import { chosenOf, sumOf, type Units } from './again-offers.ts';
import { heading } from '../../ui/heading.ts';
import { fillCart } from './fill-cart.ts';

/** @summary Buy an order again: what of it there is now, and the button that fills the shop's cart. */
export class FdAgain extends TaskRoom {
  static override styles = [
    ...[...TaskRoom.styles, parts, orderStyles, fieldStyles, choiceStyles],
    ...[quantityStyles, footStyles],
  ];
  static override properties = [...TaskRoom.properties, 'order', 'answer'];
  /** The order's id, or its number. */
  declare order: string;
  /** All that was chosen is in the cart. */
  declare private answer: CartAnswer | undefined;

  get #read() {
    return this.desk.use(createReorders)(this.order);
  }
  /** The order itself, whose lines name what is gone. */
  get #bought() {
    return this.desk.order(this.order);
  }

  protected override shown() {
    return [this.#read.$state, this.#bought.$state];
  }

  protected override willUpdate(): void {
    if (this.who.kind !== 'customer') return;
    this.#read.need();
    this.#bought.need();
  }

  protected override updated(): void {
    this.onlyCustomers('again', { room: 'order', id: this.order });
  }

  get #units(): Units {
    return this.desk.drafts.read<Units>(`again ${this.order}`) ?? {};
  }
  #keep(units: Units | undefined): void {
    this.desk.drafts.write(`again ${this.order}`, units);
    this.error = '';
    this.requestUpdate();
  }

  async #add(reorder: Reorder): Promise<void> {
    const chosen = chosenOf(reorder, this.#units);
    this.error = chosen.length ? '' : this.words.text('nothingChosen');
    if (this.error) return;
    await this.do(async () => {
      const { answer, added, refused } = await fillCart(this, chosen, this.desk);
      // what is in the cart is not put there again by the next try
      const rest = Object.fromEntries(added.map(({ key }) => [key, 0]));
      this.#keep(refused ? { ...this.#units, ...rest } : undefined);
      if (refused) this.error = refused;
      else this.answer = answer;
    });
  }

  protected override failed(): void {
    this.error = this.words.text('roomFailed');
  }

  #toOrder = (): void => {
    const { route } = this.desk;
    if (!route.back()) route.enter({ room: 'order', id: this.order });
  };

  #done({ url, isLeaving }: CartAnswer): TemplateResult {
    const { text } = this.words;
    return stateBlock({
      icon: 'box',
      title: text(isLeaving ? 'cartOpens' : 'inCart'),
      actions: html`${url ? html`<a class="btn" href=${url}>${text('toCart')}</a>` : nothing}
        <button class="btn ${url ? 'text' : ''}" @click=${this.#toOrder}>${text('backToOrder')}</button>`,
    });
  }

  #none(): TemplateResult {
    const { text } = this.words;
    return html`${stateBlock({
      icon: 'box',
      title: text('allGone'),
      actions: html`<button class="btn" @click=${this.#toOrder}>${text('backToOrder')}</button>`,
    })}
    ${contactRows(this.desk)}`;
  }

  #silent(problem: Problem): TemplateResult {
    return html`${failedBlock(this.desk, { title: 'roomFailed', problem, again: this.#read.load })}
    ${contactRows(this.desk)}`;
  }

  #offers(reorder: Reorder): TemplateResult {
    const { words, error, busy } = this;
    const units = this.#units;
    const { text } = words;
    const chosen = chosenOf(reorder, units);
    const [first] = chosen;
    const n = chosen.reduce((sum, one) => sum + one.units, 0);
    const sum = first && money({ ...first.line.unitPrice, amount: sumOf(chosen) }, words);
    const bought = this.#bought.$state.get().value?.lines ?? [];
    return html`${heading(text('buyAgain'), text('againHow'))}
      ${againList({ reorder, bought, units, words, set: (key, n) => this.#keep({ ...units, [key]: n }) })}
      <div class="ft">
        ${errorLine(error)}
        <button class="btn" aria-disabled=${busy} aria-describedby=${error ? 'error' : nothing}
          @click=${() => void this.#add(reorder)}>${sum ? text('addToCart', { n, sum }) : text('buyAgain')}</button>
      </div>`;
  }

  protected override render(): TemplateResult {
    if (this.answer) return this.#done(this.answer);
    const { value, problem } = this.#read.$state.get();
    if (!value) return problem ? this.#silent(problem) : bones(2, this.words);
    const isEmpty = !value.lines.length && !value.gone.some(({ alternative }) => alternative);
    return isEmpty ? this.#none() : this.#offers(value);
  }
}
