import { html, nothing, type TemplateResult } from 'lit/html.js';
import { alertings, type Alerting } from '../stores/alerts.ts';
import { DeskElement, icon } from './desk-element.ts';
import { alertsStyles } from './fd-alerts.styles.ts';

const words = { off: 'alertsOff', names: 'alertsNames', words: 'alertsWords' } as const;

/** @summary Whether the desktop tells who has written, and what; the browser is asked by a tap alone. */
export class FdAlerts extends DeskElement {
  static override styles = [...DeskElement.styles, alertsStyles];

  protected override shown() {
    return [this.desk.alerts.$how, this.desk.alerts.$isBlocked];
  }

  protected override render(): TemplateResult {
    const { text } = this.say;
    const { alerts } = this.desk;
    const choice = (how: Alerting) =>
      html`<button class="cb" aria-pressed=${alerts.$how.get() === how} @click=${() => alerts.choose(how)}>${alerts.$how.get() === how ? icon('check', 's16') : nothing}${text(words[how])}</button>`;
    return html`<section aria-label=${text('alerts')}>
      <h1 class="sent" tabindex="-1">${text('alerts')}</h1>
      <p class="second">${text('alertsWhat')}</p>
      <div class="choices" role="group" aria-label=${text('alerts')}>${alertings.map(choice)}</div>
      <div role="status">${alerts.$isBlocked.get() ? html`<p class="cerr">${icon('alert', 's16')}${text('alertsBlocked')}</p>` : nothing}</div>
    </section>`;
  }
}
