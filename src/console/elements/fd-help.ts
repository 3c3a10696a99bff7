import { html, type TemplateResult } from 'lit/html.js';
import type { Command } from './desk-commands.ts';
import { DeskElement, icon, key } from './desk-element.ts';
import { helpStyles } from './fd-help.styles.ts';

/** @summary Every key there is where one is. */
export class FdHelp extends DeskElement {
  static override styles = [...DeskElement.styles, helpStyles];
  static override properties = [...DeskElement.properties, 'commands'];
  declare commands: readonly Command[];

  protected override shown() {
    return [];
  }

  show(): void {
    this.#dialog?.showModal();
  }
  get isOpen(): boolean {
    return this.#dialog?.open ?? false;
  }
  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  protected override render(): TemplateResult {
    const { text } = this.say;
    const rows = [
      ...this.commands
        .filter(({ keys }) => keys.length > 0)
        .map(({ word, keys }) => [text(word), ...keys]),
      [text('keysSend'), '⌘', '↵'],
      [text('keysOpen'), 'Esc'],
    ];
    return html`<dialog aria-label=${text('keys')}>
      <div class="h"><h2 class="sent grow">${text('keys')}</h2><button class="cib" aria-label=${text('close')} @click=${() => this.#dialog?.close()}>${icon('close')}</button></div>
      <dl class="km">${rows.map(([what, ...keys]) => html`<div><dt>${what}</dt><dd class="h">${key(...keys)}</dd></div>`)}</dl>
      <div class="h"><p class="csmall second grow">${text('keysRest')}</p>
        <button class="cb ctext" @click=${() => this.desk.session.leave('everywhere')}>${text('signOutAll')}</button></div>
    </dialog>`;
  }
}
