import { html, type TemplateResult } from 'lit/html.js';
import type { Address } from '../../../contract/orders.ts';
import type { Problem } from '../../client/problem.ts';
import { createCustomer } from '../../stores/customer.ts';
import { footStyles } from '../../ui/foot.styles.ts';
import { bone } from '../absent.ts';
import {
  addressFields,
  addressOf,
  draftOf,
  missingIn,
  refusedField,
  type AddressDraft,
} from '../address-form.ts';
import { errorLine, fieldStyles, parts } from '../identity-parts.ts';
import { silence } from '../silence.ts';
import { TaskRoom } from '../task-room.ts';
import { heading } from '../../ui/heading.ts';

const DRAFT = 'address';

/** @summary The customer's own address: where orders go unless they say otherwise. */
export class FdAddress extends TaskRoom {
  static override styles = [...TaskRoom.styles, parts, fieldStyles, footStyles];
  static override properties = [...TaskRoom.properties, 'wrong'];
  /** The field that is wrong. */
  declare private wrong: ReturnType<typeof missingIn>;

  get #customer() {
    return this.desk.use(createCustomer);
  }
  get #typed(): AddressDraft {
    return this.desk.drafts.read<AddressDraft>(DRAFT) ?? {};
  }

  protected override shown() {
    return [this.#customer.details.$state];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // back from giving a code: what it was for is done now
    const address = this.#customer.moving.taken();
    if (address) void this.#save(address);
  }

  protected override willUpdate(): void {
    if (this.who.kind === 'customer') this.#customer.details.need();
  }
  protected override updated(): void {
    const { route } = this.desk;
    if (this.who.kind === 'anonymous' && route.here().room === 'address') route.enter('home');
  }

  #save(address: Address): Promise<void> {
    const { route, drafts, announce } = this.desk;
    return this.do(async () => {
      if (!(await this.#customer.moving.grant(address))) return route.go('sign-in/self');
      drafts.write(DRAFT, undefined);
      announce(this.words.text('addressSaved'));
      route.done();
    });
  }

  protected override failed(problem: Problem): void {
    this.wrong = refusedField(problem);
    if (!this.wrong) super.failed(problem);
  }

  #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    const { value } = this.#customer.details.$state.get();
    const draft = { ...draftOf(value?.address, this.words), ...this.#typed };
    this.wrong = missingIn(draft);
    if (!this.wrong) return this.#save(addressOf(this.#typed, value?.address, this.words));
    await this.focusWrong();
  };

  protected override render(): TemplateResult {
    const { text } = this.words;
    const { value, problem } = this.#customer.details.$state.get();
    const head = heading(text('whereYouLive'), text('addressWhy'));
    if (!value)
      return problem
        ? html`${head} ${errorLine(silence(this.desk, problem))}
            <button class="btn quiet" @click=${this.#customer.details.load}>${text('retry')}</button>`
        : html`${head}${bone('', this.words)}`;
    return html`${head}
      <form id="form" novalidate @submit=${this.#onSubmit}>
        ${addressFields(
          {
            draft: { ...draftOf(value.address, this.words), ...this.#typed },
            wrong: this.wrong,
            type: (name, typed) => {
              this.wrong = undefined;
              this.desk.drafts.write(DRAFT, { ...this.#typed, [name]: typed });
              this.requestUpdate();
            },
          },
          this.words,
        )}
      </form>
      <div class="ft">
        ${errorLine(this.error)}
        <button class="btn" form="form" aria-disabled=${this.busy}>${text('saveAddress')}</button>
      </div>`;
  }
}
