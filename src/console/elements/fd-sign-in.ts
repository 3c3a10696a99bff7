import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { StaffSession } from '../../contract/staff.ts';
import { codeInput, codeInputStyles } from '../../widget/ui/code-input.ts';
import { field } from '../../widget/ui/field.ts';
import { fieldStyles } from '../../widget/ui/field.styles.ts';
import { qr } from '../../widget/ui/qr.ts';
import { deviceName, knowsPasskeys } from '../host/authenticator.ts';
import { DeskElement, icon, sentence } from './desk-element.ts';
import { signInStyles } from './fd-sign-in.styles.ts';

const LENGTH = 6;

/** @summary Signing in: an address, a mailed link, a code of an app; or a passkey; recovery codes the first time. */
export class FdSignIn extends DeskElement {
  static override styles = [...DeskElement.styles, fieldStyles, codeInputStyles, signInStyles];
  static override properties = [
    ...DeskElement.properties,
    ...['email', 'code', 'isRecovering', 'isCopied'],
  ];
  declare private email: string;
  declare private code: string;
  declare private isRecovering: boolean;
  declare private isCopied: boolean;
  #step = '';

  constructor() {
    super();
    this.email = '';
    this.code = '';
    this.isRecovering = false;
    this.isCopied = false;
  }

  protected override shown() {
    return [this.desk.session.$state, this.desk.route.$link];
  }

  protected override updated(): void {
    const step = this.#stepNow();
    if (step === this.#step) return;
    this.#step = step;
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    (find('[data-first]') ?? find('h1'))?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this.desk.session.$state.get();
    if (!session) return nothing;
    return html`<main class="sheet">
      <span class="logo">${icon('bell')}</span>
      ${this.#part(session)}
    </main>`;
  }

  /** Of the mailed link, where the page was opened by it. */
  get #token(): string | undefined {
    return this.desk.route.$link.get();
  }

  #stepNow(): string {
    const { session, sentTo } = this.desk.session.$state.get();
    return `${session?.kind} ${sentTo} ${this.#token} ${this.isRecovering}`;
  }

  #part(session: StaffSession): TemplateResult {
    if (session.kind === 'staff') return this.#codes(session.recoveryCodes ?? []);
    if (session.kind === 'enrol') return this.#enrol(session);
    if (session.kind === 'code')
      return this.isRecovering ? this.#recovery() : this.#second(session);
    if (this.#token !== undefined) return this.#link(session.shop);
    const { sentTo } = this.desk.session.$state.get();
    return sentTo === undefined ? this.#address(session) : this.#sent(session.shop, sentTo);
  }

  #address({ shop, passkeys }: Extract<StaffSession, { kind: 'nobody' }>): TemplateResult {
    const { text } = this.say;
    const onSubmit = (event: Event) => {
      event.preventDefault();
      if (this.email.trim()) void this.desk.session.ask(this.email.trim());
    };
    return html`${this.#title(text('signIn', { shop }), text('signInWhat'))}
      <form @submit=${onSubmit} novalidate>
        ${field({
          ...{ name: 'email', label: text('email'), value: this.email, error: this.#error() },
          ...{ inputmode: 'email', autocomplete: 'email', first: true },
          type: (email) => (this.email = email),
        })}
        ${this.#go(text('sendLink'))}
      </form>
      ${passkeys ? this.#passkey() : nothing}`;
  }

  #sent(shop: string, email: string): TemplateResult {
    const { text } = this.say;
    return html`${this.#title(text('linkSent'), text('linkSentWhat', { email, shop }))}
      <button class="cb ctext" @click=${() => this.desk.session.askAgain()}>${text('otherAddress')}</button>`;
  }

  /** Asks for a tap: what follows links in mails must not use them up. */
  #link(shop: string): TemplateResult {
    const { text } = this.say;
    const onEnter = async () => {
      const token = this.#token;
      if (token === undefined) return;
      await this.desk.session.link(token);
      this.desk.route.forgetLink();
    };
    return html`${this.#title(text('linkHere'), shop)}
      <button class="cb go" data-first @click=${onEnter}>${text('enter')}</button>`;
  }

  #enrol({ secret, picture, passkeys }: Extract<StaffSession, { kind: 'enrol' }>): TemplateResult {
    const { text } = this.say;
    return html`${this.#title(text('setUp'), text('setUpWhat'))}
      <div class="app">${qr(picture, text('setUp'))}
        <p class="csmall second">${text('byHand')}</p>
        <code dir="ltr">${secret.match(/.{1,4}/g)?.join(' ')}</code>
      </div>
      ${this.#codeForm()}
      ${
        passkeys && knowsPasskeys()
          ? html`<button class="cb ctext" @click=${() => this.desk.session.firstPasskey(deviceName(navigator))}>${icon('passkey')}${text('passkeyInstead')}</button>`
          : nothing
      }`;
  }

  #second({ app, passkeys }: Extract<StaffSession, { kind: 'code' }>): TemplateResult {
    const { text } = this.say;
    return html`${
      app
        ? html`${this.#title(text('code'), text('codeWhat'))} ${this.#codeForm()}`
        : html`${this.#title(text('passkeyAsked'), text('passkeyAskedWhat'))} ${this.#problem()}`
    }
      ${passkeys ? this.#passkey() : nothing}
      <button class="cb ctext" @click=${() => this.#recover()}>${text('useRecovery')}</button>`;
  }

  #passkey(): TemplateResult | typeof nothing {
    return knowsPasskeys()
      ? html`<button class="cb" @click=${() => this.desk.session.passkey()}>${icon('passkey')}${this.say.text('passkeySignIn')}</button>`
      : nothing;
  }

  #recover(): void {
    this.code = '';
    this.isRecovering = true;
  }

  #codeForm(): TemplateResult {
    const { busy, problem } = this.desk.session.$state.get();
    const onCode = (code: string) => {
      this.code = code;
      if (code.length === LENGTH) void this.#give();
    };
    return html`<form @submit=${(event: Event) => event.preventDefault()}>
      ${codeInput({
        ...{ label: this.say.text('code'), code: this.code, length: LENGTH, busy, onCode },
        wrong: problem?.code === 'wrong_code' && this.code.length === LENGTH,
      })}
      ${this.#problem()}
    </form>`;
  }

  #recovery(): TemplateResult {
    const { text } = this.say;
    const onSubmit = (event: Event) => {
      event.preventDefault();
      void this.#give();
    };
    return html`${this.#title(text('recovery'), text('recoveryWhat'))}
      <form @submit=${onSubmit} novalidate>
        ${field({
          ...{ name: 'code', label: text('recovery'), value: this.code, error: this.#error() },
          first: true,
          type: (code) => (this.code = code),
        })}
        ${this.#go(text('enter'))}
      </form>`;
  }

  #codes(codes: readonly string[]): TemplateResult {
    const { text } = this.say;
    const onCopy = async () => {
      await navigator.clipboard.writeText(codes.join('\n'));
      this.isCopied = true;
    };
    return html`${this.#title(text('recoveryCodes'), text('recoveryCodesWhat'))}
      <ul class="codes" dir="ltr">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
      <div class="h">
        <button class="cb" @click=${onCopy}>${text(this.isCopied ? 'copied' : 'copy')}</button>
        <button class="cb go" @click=${() => this.desk.session.kept()}>${text('goOn')}</button>
      </div>`;
  }

  async #give(): Promise<void> {
    const { code } = this;
    if (!code.trim() || this.desk.session.$state.get().busy) return;
    await this.desk.session.code(code.trim());
  }

  #title(title: string, what: string): TemplateResult {
    return html`<div><h1 class="sent" tabindex="-1">${title}</h1><p class="second">${what}</p></div>`;
  }

  #go(label: string): TemplateResult {
    const { busy } = this.desk.session.$state.get();
    return html`<button class="cb go" aria-disabled=${busy}>${label}</button>`;
  }

  #error(): string {
    const { problem } = this.desk.session.$state.get();
    return problem ? sentence(problem, this.say) : '';
  }

  #problem(): TemplateResult | typeof nothing {
    const text = this.#error();
    return text
      ? html`<p class="err" role="alert" id="error">${icon('alert', 's16')}${text}</p>`
      : nothing;
  }
}
