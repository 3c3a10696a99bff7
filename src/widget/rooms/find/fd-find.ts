import { html, type TemplateResult } from 'lit/html.js';
import type { LookupRequest } from '../../../contract/identity.ts';
import type { Problem } from '../../client/problem.ts';
import {
  contactRows,
  createIdentity,
  errorLine,
  field,
  fieldStyles,
  parts,
} from '../identity-parts.ts';
import { codesOff } from '../sign-in/by-address.ts';
import { TaskRoom } from '../task-room.ts';

const EMAIL = /^\S+@\S+\.\S+$/;
const PHONE = /^\+?[\d\s().-]{7,}$/;
const DRAFT = 'find';

interface FindDraft {
  number?: string;
  contact?: string;
}

/**
 * @summary Find an order: its number and the e-mail or phone it was placed with. A strict shop
 * sends a code first; then sign-in takes over.
 */
export class FdFind extends TaskRoom {
  static override styles = [...TaskRoom.styles, parts, fieldStyles];
  static override properties = [...TaskRoom.properties, 'draft', 'tried', 'off'];
  declare private draft: FindDraft;
  /** Wrong fields are told once the shopper has tried, not while they type for the first time. */
  declare private tried: boolean;
  declare private off: boolean;
  #begun = false;

  constructor() {
    super();
    this.draft = {};
    this.tried = this.off = false;
  }

  protected override willUpdate(): void {
    if (this.#begun) return;
    this.#begun = true;
    this.draft = this.desk.drafts.read<FindDraft>(DRAFT) ?? {};
  }

  get #request(): LookupRequest | undefined {
    const number = (this.draft.number ?? '').trim();
    const contact = (this.draft.contact ?? '').trim();
    if (!number) return undefined;
    if (EMAIL.test(contact)) return { number, email: contact };
    return PHONE.test(contact) ? { number, phone: contact } : undefined;
  }

  #type = (name: keyof FindDraft) => (typed: string) => {
    this.draft = { ...this.draft, [name]: typed };
    this.error = '';
    this.desk.drafts.write(DRAFT, this.draft);
  };

  #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (this.busy) return;
    this.tried = true;
    const request = this.#request;
    await (request ? this.do(() => this.#lookUp(request)) : this.focusWrong());
  };

  protected override failed(problem: Problem): void {
    this.off = problem.code === 'channel_unavailable';
    super.failed(problem);
  }

  async #lookUp(request: LookupRequest): Promise<void> {
    const { drafts, route } = this.desk;
    const challenge = await this.desk.use(createIdentity).lookUp(request);
    const place = { room: 'order', id: request.number };
    if (challenge) {
      drafts.write('sign-in', { challenge, lookUp: request });
      route.replace({ room: 'sign-in', after: place });
      return;
    }
    drafts.write(DRAFT, undefined);
    const { who } = this;
    route.replace(who.kind === 'guest' ? { ...place, id: who.order.id } : place);
  }

  protected override render(): TemplateResult {
    const { text } = this.words;
    if (this.off) return codesOff(this.desk, false);
    const { number = '', contact = '' } = this.draft;
    const wrong = this.tried && !this.#request;
    const noNumber = wrong && !number.trim();
    return html`<form novalidate @submit=${this.#onSubmit}>
        <div class="stack">
          <h1 class="title" tabindex="-1">${text('whereIsIt')}</h1>
          <p class="second">${text('findHow')}</p>
        </div>
        ${field({
          name: 'number',
          label: text('number'),
          value: number,
          error: noNumber ? text('numberMissing') : '',
          first: true,
          type: this.#type('number'),
        })}
        ${field({
          name: 'contact',
          label: text('emailOrPhone'),
          value: contact,
          error: wrong && !noNumber ? text('emailOrPhoneWrong') : '',
          inputmode: 'email',
          autocomplete: 'email',
          type: this.#type('contact'),
        })}
        ${errorLine(this.error)}
        <button class="btn" aria-disabled=${this.busy}>${text('trackIt')}</button>
      </form>
      ${this.error ? contactRows(this.desk) : ''}`;
  }
}
