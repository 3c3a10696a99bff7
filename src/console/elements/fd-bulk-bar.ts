import { html, type TemplateResult } from 'lit/html.js';
import type { Wish } from '../stores/acts.ts';
import { DeskElement, icon } from './desk-element.ts';
import { bulkBarStyles } from './fd-bulk-bar.styles.ts';
import { selectStyles } from './select.styles.ts';
import { tomorrow } from './tomorrow.ts';

/** @summary What may be done to all conversations that are selected. */
export class FdBulkBar extends DeskElement {
  static override styles = [...DeskElement.styles, selectStyles, bulkBarStyles];
  static override properties = [...DeskElement.properties, 'listed'];
  /** Ids of those that are shown. */
  declare listed: readonly string[];

  protected override shown() {
    const { people, selection } = this.desk;
    return [people.$state, selection.$ids];
  }

  protected override render(): TemplateResult {
    const { selection, people } = this.desk;
    const { say } = this;
    const n = selection.$ids.get().size;
    const isAll = this.listed.every((id) => selection.$ids.get().has(id));
    const onAssign = ({ target }: Event) => {
      const { value } = target as HTMLSelectElement;
      if (value) void this.#act({ assignee: value === 'nobody' ? null : value });
    };
    const onTag = (event: KeyboardEvent) => {
      const tag = (event.target as HTMLInputElement).value.trim().replaceAll(',', ' ');
      if (event.key !== 'Enter' || !tag) return;
      event.preventDefault();
      void this.#act({ tag });
    };
    return html`<section class="bar" aria-label=${say.text('selected')}>
      <div class="h"><input type="checkbox" class="sel" aria-label=${say.text('selectAll')} .checked=${isAll} .indeterminate=${!isAll}
          @click=${() => (isAll ? selection.clear() : selection.all(this.listed))}>
        <b class="grow label" role="status">${say.count('talks', n)}</b>
        <button class="cb" @click=${() => this.#act({ state: 'closed' })}>${icon('check', 's16')}${say.text('done')}</button>
        <button class="cib" aria-label=${say.text('selectNone')} title=${say.text('selectNone')} @click=${() => selection.clear()}>${icon('close', 's16')}</button></div>
      <div class="h"><button class="cib" aria-label=${say.text('snooze')} title=${say.text('snooze')} @click=${() => this.#act({ state: 'snoozed', until: tomorrow() })}>${icon('moon')}</button>
        <select class="pick grow" aria-label=${say.text('assignee')} @change=${onAssign}>
          <option value="" .selected=${true}>${say.text('assignee')}</option>
          <option value="nobody">${say.text('nobody')}</option>
          ${people.$state.get().value?.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
        </select>
        <input class="in csmall" maxlength="40" placeholder="+ ${say.text('addTag')}" aria-label=${say.text('addTag')} @keydown=${onTag}></div>
    </section>`;
  }

  async #act(wish: Wish): Promise<void> {
    const { acts, selection } = this.desk;
    if (await acts.act([...selection.$ids.get()], wish)) selection.clear();
  }
}
