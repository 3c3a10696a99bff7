import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { AuditEntry, StaffAction } from '../../contract/staff.ts';
import { fieldStyles } from '../../widget/ui/field.styles.ts';
import { aboutOf } from './audit-words.ts';
import { dayEnd, dayStart } from './day-bounds.ts';
import { DeskElement, icon, sentence } from './desk-element.ts';
import { auditStyles } from './fd-audit.styles.ts';
import { settingParts } from './fd-settings.styles.ts';
import { settingSaying } from './setting-words.ts';

const SERVER = 'front-desk-server';

/** In the order of the list. */
const actions = [
  ...(['signed_in', 'signed_out', 'signed_out_everywhere'] as const),
  ...(['second_factor_set', 'recovery_code_used', 'passkey_added', 'passkey_removed'] as const),
  ...(['added', 'removed', 'second_factor_reset'] as const),
  ...(['replied', 'noted', 'assigned', 'tagged', 'prioritized'] as const),
  ...(['closed', 'reopened', 'snoozed', 'act_undone', 'reply_saved', 'reply_removed'] as const),
  ...(['return_approved', 'return_refused', 'return_received'] as const),
  ...(['return_inspected', 'return_settled', 'order_cancelled', 'order_edited'] as const),
  ...(['return_made', 'order_change_undone'] as const),
  ...(['setting_saved', 'setting_reset', 'audit_exported'] as const),
] satisfies readonly StaffAction[];

/** @summary The audit log: who did what, when, to what; by filters, and as a table to take along. */
export class FdAudit extends DeskElement {
  static override styles = [...DeskElement.styles, fieldStyles, settingParts, auditStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    const { people, settings } = this.desk;
    people.need();
    settings.all.need();
    settings.form.need();
    void this.desk.audit.list.load();
  }

  protected override shown() {
    const { audit, people, settings } = this.desk;
    return [
      ...[audit.list.$state, audit.$filter, audit.$work, people.$state],
      ...[settings.all.$state, settings.form.$state],
    ];
  }

  protected override render(): TemplateResult {
    const { text } = this.say;
    const { list, $work } = this.desk.audit;
    const { value, is } = list.$state.get();
    const { busy, problem } = $work.get();
    return html`<div class="page">
      <header><h1 class="sent" tabindex="-1">${text('audit')}</h1><p class="second">${text('auditWhat')}</p></header>
      ${this.#filters()}
      ${is === 'failed' ? html`<p class="cerr" role="alert">${icon('alert', 's16')}${text('failed')}</p>` : nothing}
      ${problem ? html`<p class="cerr" role="alert">${icon('alert', 's16')}${sentence(problem, this.say)}</p>` : nothing}
      ${value?.items.length ? this.#table(value.items) : nothing}
      ${value?.items.length === 0 ? html`<p class="second">${text('nothingHere')}</p>` : nothing}
      <div class="acts">
        ${value?.next === undefined ? nothing : html`<button class="cb" @click=${() => this.desk.audit.more()}>${text('more')}</button>`}
        ${value?.items.length ? html`<button class="cb" aria-disabled=${busy} @click=${() => this.#export()}>${text('exportCsv')}</button>` : nothing}
      </div>
    </div>`;
  }

  #filters(): TemplateResult {
    const { text } = this.say;
    const { audit, people } = this.desk;
    const chosen = audit.$filter.get();
    const list = people.$state.get().value ?? [];
    const action = (wanted: string) => actions.find((each) => each === wanted);
    return html`<form class="line filters" @submit=${(event: Event) => event.preventDefault()}>
      ${this.#choice(
        'who',
        text('everyone'),
        chosen.staff,
        list.map(({ id, name }) => [id, name]),
        (staff) => audit.filter({ staff: staff || undefined }),
      )}
      ${this.#choice(
        'what',
        text('anything'),
        chosen.action,
        actions.map((each) => [each, text(`did_${each}`)]),
        (wanted) => audit.filter({ action: action(wanted) }),
      )}
      ${this.#day('fromDay', (day) => audit.filter({ from: dayStart(day) }))}
      ${this.#day('toDay', (day) => audit.filter({ until: dayEnd(day) }))}
    </form>`;
  }

  #choice(
    label: 'who' | 'what',
    all: string,
    chosen: string | undefined,
    options: (readonly [string, string])[],
    choose: (value: string) => void,
  ): TemplateResult {
    return html`<div class="f"><label class="label" for=${label}>${this.say.text(label)}</label>
      <select class="in" id=${label} @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}>
        <option value="" ?selected=${chosen === undefined}>${all}</option>
        ${options.map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}
      </select></div>`;
  }

  #day(label: 'fromDay' | 'toDay', choose: (day: string) => void): TemplateResult {
    return html`<div class="f"><label class="label" for=${label}>${this.say.text(label)}</label>
      <input class="in" id=${label} type="date" @change=${({ target }: Event) => choose((target as HTMLInputElement).value)}></div>`;
  }

  #table(items: readonly AuditEntry[]): TemplateResult {
    const { text } = this.say;
    return html`<table aria-label=${text('audit')}>
      <thead><tr><th scope="col">${text('when')}</th><th scope="col">${text('who')}</th><th scope="col">${text('what')}</th><th scope="col">${text('about')}</th></tr></thead>
      <tbody>${items.map((entry) => this.#row(entry))}</tbody>
    </table>`;
  }

  #row(entry: AuditEntry): TemplateResult {
    const { at, by, action, reason } = entry;
    const { text } = this.say;
    const { href, name, more, changes } = aboutOf(entry, this.say, settingSaying(this.desk));
    return html`<tr><td class="num"><time datetime=${at}>${this.say.moment(at)}</time></td>
      <td class="who"><bdi>${by === SERVER ? text('theServer') : by}</bdi></td>
      <td class="what strong">${text(`did_${action}`)}</td>
      <td class="about">${href === undefined ? nothing : html`<a class="link" href=${href}>${name}</a>`}${more === undefined ? nothing : html`${href === undefined ? nothing : ' · '}<bdi>${more}</bdi>`}${changes?.length ? html`<ul>${changes.map((line) => html`<li>${line}</li>`)}</ul>` : nothing}${reason === undefined ? nothing : html`<p class="second"><bdi>${reason}</bdi></p>`}</td></tr>`;
  }

  async #export(): Promise<void> {
    const table = await this.desk.audit.table();
    if (!table) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(table);
    link.download = 'audit.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
