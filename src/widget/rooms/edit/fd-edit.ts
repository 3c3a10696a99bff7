import { html, type TemplateResult } from 'lit/html.js';
import type { OrderActions, Verdict } from '../../../contract/actions.ts';
import type { EditRequest } from '../../../contract/edits.ts';
import type { Order } from '../../../contract/orders.ts';
import { createEdits } from '../../stores/edits.ts';
import type { RemoteStore } from '../../stores/remote.ts';
import { ChangeRoom } from '../change-parts.ts';
import { orderStyles, quantityStyles } from '../order-lines.ts';
import { menu } from './edit-menu.ts';
import type { EditDraft, EditScreen, EditView } from './edit-screen.ts';
import { styles } from './fd-edit.styles.ts';

/** @summary Change an order: what should change, then one screen for each, with what it comes to. */
export class FdEdit extends ChangeRoom<EditRequest, EditDraft> {
  static override styles = [...ChangeRoom.styles, orderStyles, quantityStyles, styles];
  static override properties = [...ChangeRoom.properties, 'sent', 'wrong', 'page'];
  /** What is typed has been sent: it is quoted only then. */
  declare private sent: boolean;
  /** The field that cannot be sent as it is. */
  declare private wrong: string | undefined;
  /** The screen of its step, once it has come. */
  declare private page: EditScreen | undefined;
  protected readonly task = 'edit';
  protected readonly refusedTitle = 'noChange';

  constructor() {
    super();
    this.sent = false;
  }

  protected get change() {
    return this.desk.use(createEdits)(this.order);
  }
  protected override async getParts(): Promise<void> {
    const answers = super.getParts();
    const [name] = /^\w+/.exec(this.step ?? '') ?? [];
    if (name) this.page ??= (await this.bring(import('./edit-screens.ts')))?.editScreens[name];
    await answers;
  }

  protected override beside(order: Order): readonly RemoteStore<unknown>[] {
    return this.page?.shown?.(this.#view(order)) ?? [];
  }

  protected verdict(actions: OrderActions): Verdict {
    const { editItems, editAddress, editContact, editShipping, editPayment } = actions;
    const all = [editItems, editAddress, editShipping, editContact, editPayment];
    const mine: Record<string, Verdict> = {
      ...{ address: editAddress, contact: editContact, payment: editPayment },
      shipping: editShipping,
    };
    const { step } = this;
    if (step) return mine[step] ?? editItems;
    return all.find(({ allowed }) => allowed) ?? editItems;
  }
  protected wished(order: Order): EditRequest | undefined {
    if (this.page?.typed && !this.sent) return undefined;
    return this.page?.request(this.#view(order));
  }
  protected missing(order: Order): string {
    return this.page?.missing(this.#view(order)) ?? '';
  }

  protected override keep(answers: Partial<EditDraft>): void {
    this.sent = false;
    this.wrong = undefined;
    super.keep(answers);
  }

  #send = (order: Order) => async (event: Event) => {
    event.preventDefault();
    this.wrong = this.page?.wrong?.(this.#view(order));
    if (this.wrong) return this.focusWrong();
    this.sent = true;
    await this.confirm();
  };

  /** Over the screens that look for what is added. */
  #toItems(order: Order): void {
    this.error = this.missing(order);
    if (this.error) return;
    this.toStep('items');
  }

  #view(order: Order): EditView {
    const { desk, step = '' } = this;
    return {
      ...{ order, desk, draft: this.draft, words: this.words, wrong: this.wrong },
      about: step.slice(step.indexOf('/') + 1),
      ...{ quote: this.quote, last: this.last },
      keep: (answers) => this.keep(answers),
      go: (next) => desk.route.go({ room: 'edit', id: this.order, step: next }),
      back: () => void desk.route.back(),
      toItems: () => this.#toItems(order),
      sums: (moves) => this.sums(order, moves),
      why: (no) => this.why(no),
      send: this.#send(order),
      foot: (label, act) => this.foot(label, act),
    };
  }

  protected screen(order: Order): TemplateResult {
    const { step, page } = this;
    if (step && !page) return html`${this.bones} ${this.error}`;
    return (page?.render ?? menu)(this.#view(order));
  }
}
