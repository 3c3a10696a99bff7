import { css } from '../../widget/theme/css.ts';

export const threadStyles = css`
  :host { display: block; min-block-size: 0; min-inline-size: 0; }
  .log { flex: 1; min-block-size: 0; overflow-y: auto; overscroll-behavior: contain; display: flex; flex-direction: column; }
  .log:focus-visible { outline-offset: -2px; }
  .rows { margin-block-start: auto; padding: 4px 24px 14px; display: flex; flex-direction: column; gap: 8px; }
  .day { display: flex; align-items: center; gap: 12px; font: var(--c-plain); color: var(--ink-2); }
  .day::before, .day::after { content: ''; flex: 1; block-size: 1px; background: var(--line); }
  .ev { display: flex; align-items: center; gap: 8px; font: var(--c-small); color: var(--ink-2); padding-block: 2px; }
  .msg { display: grid; grid-template-columns: 24px minmax(0, 1fr); gap: 0 10px; max-inline-size: min(520px, 92%); align-self: flex-start; }
  .msg .av { align-self: end; }
  .bub { padding: 8px 12px; border-radius: var(--radius); border-end-start-radius: 5px; background: var(--fill); inline-size: fit-content; max-inline-size: 100%; border: 1px solid transparent; white-space: pre-wrap; overflow-wrap: anywhere; }
  .bub a { text-decoration: underline; }
  .meta { grid-column: 2; font: var(--c-plain); color: var(--ink-2); margin-block-start: 3px; }
  .msg.out { align-self: flex-end; grid-template-columns: minmax(0, 1fr) 24px; }
  .msg.out .av { grid-column: 2; grid-row: 1; }
  .msg.out .bub { grid-column: 1; grid-row: 1; margin-inline-start: auto; border-end-start-radius: var(--radius); border-end-end-radius: 5px; }
  .msg.out .meta { grid-column: 1; text-align: end; }
  .staff .bub { background: light-dark(var(--primary), color-mix(in oklab, var(--primary) 26%, var(--bg))); color: light-dark(var(--on-primary), var(--ink)); }
  .assistant .bub { background: none; border-color: var(--line); }
  .note { display: grid; grid-template-columns: 24px 1fr auto; gap: 0 10px; padding: 8px 12px; margin-inline: -12px; border-radius: var(--r-s); background: var(--warn-tint); font: var(--c-small); align-items: center; border: 1px solid transparent; }
  .note p { white-space: pre-wrap; }
  .who { color: var(--warn); font: var(--c-micro); }
  .bub .tags { display: flex; flex-wrap: wrap; gap: 6px; margin-block-start: 6px; }
  .bub .tags:first-child { margin: 0; }
  .bub .mk { background: var(--bg); color: var(--ink); white-space: normal; }
  .att { display: flex; flex-wrap: wrap; gap: 6px; margin-block: 4px 2px; }
  .att .mk { flex: 0 1 auto; min-inline-size: 0; padding-block: 4px; text-decoration: none; }
  .att :is(img, i) { inline-size: 96px; block-size: 96px; object-fit: cover; border-radius: var(--r-s); display: block; }
  @media (width < 760px) {
    .rows { padding-inline: 16px; }
  }
  @media (forced-colors: active) {
    .bub, .note { border: 1px solid CanvasText; }
  }
`;
