import { html, type TemplateResult } from 'lit/html.js';
import { css } from '../theme/css.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Tabs by the pattern of the ARIA practices: one stop for Tab, arrows move on and choose, Home and
 * End go to the ends. The caller shows one panel, `#panel`.
 */
export function segments(
  label: string,
  names: readonly string[],
  chosen: number,
  choose: (index: number) => void,
): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    const tabs = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
    const rtl = (event.currentTarget as HTMLElement).matches(':dir(rtl)') ? -1 : 1;
    const step = STEPS[event.key];
    const ends: Record<string, number> = { Home: 0, End: names.length - 1 };
    const next = step ? (chosen + step * rtl + names.length) % names.length : ends[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
    tabs[next]?.focus();
  };
  return html`<div class="seg" role="tablist" aria-label=${label} @keydown=${onKey}>${names.map(
    (
      name,
      n,
    ) => html`<button role="tab" id="tab-${n}" aria-controls="panel" aria-selected=${n === chosen}
      tabindex=${n === chosen ? 0 : -1} @click=${() => choose(n)}>${name}</button>`,
  )}</div>`;
}

export const segmentStyles = css`
  .seg { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(max-content, 1fr); overflow: auto hidden; scrollbar-width: none; background: var(--fill); border-radius: var(--radius); padding: 4px; }
  .seg button { min-block-size: 44px; padding-inline: 8px; border-radius: max(0px, var(--radius) - 4px); text-align: center; font: var(--t-label); color: var(--ink-2); border: 1px solid transparent; }
  .seg :focus-visible { outline-offset: -2px; }
  .seg [aria-selected='true'] { background: light-dark(var(--bg), var(--fill-2)); color: var(--ink); box-shadow: 0 1px 3px rgb(16 18 20 / 0.12); }
  @media (forced-colors: active) {
    .seg [aria-selected='true'] { outline: 2px solid Highlight; outline-offset: -2px; }
  }
`;
