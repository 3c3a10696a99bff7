import { html, type TemplateResult } from 'lit/html.js';

const STEPS = [1, 2, 3, 4];

/** The step a figure between 0 and 4 is in, counted from 1. */
export const stepOf = (progress: number): number => Math.min(4, Math.max(1, Math.ceil(progress)));

/** Four segments; 2.5 is half way through the third. */
export const progressBar = (progress: number, label: string): TemplateResult =>
  html`<div class="prog" role="img" aria-label=${label}>${STEPS.map(
    (step) => html`<i class=${progress >= step ? 'on' : progress > step - 1 ? 'half' : ''}></i>`,
  )}</div>`;
