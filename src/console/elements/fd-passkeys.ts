import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Passkey } from '../../contract/passkeys.ts';
import { field } from '../../widget/ui/field.ts';
import { fieldStyles } from '../../widget/ui/field.styles.ts';
import { deviceName, knowsPasskeys } from '../host/authenticator.ts';
import { DeskElement, icon, sentence } from './desk-element.ts';
import { settingParts } from './fd-settings.styles.ts';

/** @summary How whoever is in signs in: their passkeys, to be added, named and removed. */
export class FdPasskeys extends DeskElement {
  static override styles = [...DeskElement.styles, fieldStyles, settingParts];
  static override properties = [...DeskElement.properties, 'name', 'renamed', 'newName'];
  /** Of the next one. */
  declare private name: string;
  /** The id of the one that is being called something else. */
  declare private renamed: string | undefined;
  declare private newName: string;

  constructor() {
    super();
    this.name = deviceName(navigator);
    this.newName = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { passkeys, drafts } = this.desk;
    passkeys.forget();
    const begun = drafts.kept('access')?.value;
    drafts.keep('access', undefined);
    if (typeof begun === 'string') this.name = begun;
    void passkeys.list.load();
  }

  protected override shown() {
    const { passkeys, session } = this.desk;
    return [passkeys.list.$state, passkeys.$work, session.$state];
  }

  protected override render(): TemplateResult {
    const { text } = this.say;
    const { value, is } = this.desk.passkeys.list.$state.get();
    const { problem } = this.desk.passkeys.$work.get();
    return html`<div class="page">
      <header><h1 class="sent" tabindex="-1">${text('access')}</h1><p class="second">${text('passkeysWhat')}</p></header>
      <section aria-label=${text('passkeys')}>
        <h2 class="head">${text('passkeys')}</h2>
        ${value?.length ? html`<ul class="rows">${value.map((one) => html`<li>${this.#row(one)}</li>`)}</ul>` : nothing}
        ${value?.length === 0 ? html`<p class="second">${text('noPasskeys')}</p>` : nothing}
        ${is === 'failed' && !value ? html`<p class="cerr" role="alert">${text('failed')}</p>` : nothing}
        ${problem ? html`<p class="cerr" role="alert">${icon('alert', 's16')}${sentence(problem, this.say)}</p>` : nothing}
        ${problem?.code === 'step_up_required' ? this.#stepUp(!!value?.length) : nothing}
        ${knowsPasskeys() ? this.#adding() : nothing}
      </section>
      <div><button class="cb" @click=${() => this.desk.session.leave('everywhere')}>${text('signOutAll')}</button></div>
    </div>`;
  }

  /** By a passkey on the spot, else by the way in; what is typed here is there again. */
  #stepUp(has: boolean): TemplateResult {
    const { text } = this.say;
    const { passkeys, session, drafts } = this.desk;
    const { busy, problem } = session.$state.get();
    const onPasskey = async () => {
      const before = session.$state.get().session;
      await session.passkey();
      if (session.$state.get().session === before) return;
      passkeys.forget();
      this.renderRoot.querySelector<HTMLElement>('#name')?.focus();
    };
    const onAgain = () => {
      drafts.keep('access', { version: 0, was: null, value: this.name });
      void session.again();
    };
    return html`${problem ? html`<p class="cerr" role="alert">${icon('alert', 's16')}${sentence(problem, this.say)}</p>` : nothing}
      <div class="acts">
        ${has && knowsPasskeys() ? html`<button class="cb go" aria-disabled=${busy} @click=${onPasskey}>${icon('passkey')}${text('passkeySignIn')}</button>` : nothing}
        <button class="cb" @click=${onAgain}>${text('signInAgain')}</button>
      </div>`;
  }

  #row(one: Passkey): TemplateResult {
    const { text, when } = this.say;
    if (this.renamed === one.id) return this.#renaming(one);
    const used =
      one.usedAt === undefined ? text('neverUsed') : text('usedOn', { day: when(one.usedAt) });
    const rename = () => {
      this.renamed = one.id;
      this.newName = one.name;
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>('#new-name')?.focus(),
      );
    };
    return html`${icon('passkey')}
      <span class="grow"><span class="strong clip"><bdi>${one.name}</bdi></span>
        <span class="csmall second">${text('addedOn', { day: when(one.addedAt) })} · ${used}</span></span>
      <span class="acts">
        <button class="cb ctext" @click=${rename}>${text('rename')}</button>
        <button class="cb no" aria-label="${text('remove')}: ${one.name}" @click=${() => this.desk.passkeys.remove(one.id)}>${text('remove')}</button>
      </span>`;
  }

  #renaming({ id }: Passkey): TemplateResult {
    const { text } = this.say;
    const onSubmit = async (event: Event) => {
      event.preventDefault();
      if (!this.newName.trim()) return;
      await this.desk.passkeys.rename(id, this.newName.trim());
      this.renamed = undefined;
    };
    return html`<form class="line grow" @submit=${onSubmit} novalidate>
      ${field({
        ...{ name: 'new-name', label: text('passkeyName'), value: this.newName, capitals: true },
        type: (name) => (this.newName = name),
      })}
      <button class="cb go">${text('save')}</button>
      <button type="button" class="cb ctext" @click=${() => (this.renamed = undefined)}>${text('cancel')}</button>
    </form>`;
  }

  #adding(): TemplateResult {
    const { text } = this.say;
    const { busy } = this.desk.passkeys.$work.get();
    const onSubmit = (event: Event) => {
      event.preventDefault();
      void this.desk.passkeys.add(this.name.trim() || deviceName(navigator));
    };
    return html`<form class="line" @submit=${onSubmit} novalidate>
      ${field({
        ...{ name: 'name', label: text('passkeyName'), value: this.name, capitals: true },
        type: (name) => (this.name = name),
      })}
      <button class="cb go" aria-disabled=${busy}>${text('addPasskey')}</button>
    </form>`;
  }
}
