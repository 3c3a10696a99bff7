import { css } from '../../theme/css.ts';

export const styles = css`
  :host { overflow-anchor: none; }
  .msg, .cards, .comp { border-radius: var(--r-l); background: var(--fill); border: 1px solid transparent; }
  .msg { max-inline-size: 86%; align-self: flex-start; padding: 10px 14px; border-end-start-radius: 5px; white-space: pre-wrap; overflow-wrap: anywhere; }
  .me, .send, .badge { background: var(--primary); color: var(--on-primary); }
  .me { align-self: flex-end; border-end-start-radius: var(--r-l); border-end-end-radius: 5px; }
  .msg a { text-decoration: underline; }
  .cards { inline-size: 86%; padding-inline: 14px; --inset: 72px; }
  .cards .i:first-child { inline-size: 56px; }
  .cards .num { display: none; }
  .choices { justify-content: flex-end; }
  .meta { display: flex; flex-wrap: wrap; gap: 5px; align-items: center; font: 400 12px/16px var(--font); color: var(--ink-2); }
  .meta .link { margin-inline-start: 7px; }
  .say { font-weight: 500; }
  .meta + .msg, .meta + .say { margin-block-start: 8px; }
  .face { inline-size: 20px; block-size: 20px; flex: none; border-radius: min(50%, calc(var(--radius) * 3)); display: grid; place-items: center; background: var(--tint-2); color: var(--accent-ink); font: 600 9px/1 var(--font); }
  .face::after { content: attr(data-initials); }
  .end { align-self: flex-end; justify-content: flex-end; }
  .div { display: flex; align-items: center; gap: 12px; font: 500 12px/16px var(--font); color: var(--ink-2); margin-block: 8px; text-align: center; }
  .div::before, .div::after { content: ''; flex: 1; block-size: 1px; background: var(--line); }
  .new, .read .i { color: var(--accent-ink); }
  .dots { display: inline-flex; gap: 4px; padding: 15px 16px; }
  .dots i { inline-size: 7px; block-size: 7px; border-radius: 50%; background: var(--ink-2); animation: dots 1.2s infinite var(--ease); }
  .dots i:nth-child(2) { animation-delay: 0.15s; }
  .dots i:nth-child(3) { animation-delay: 0.3s; }
  @keyframes dots { 30% { transform: translateY(-3px); } 60% { transform: none; } }
  .foot { position: sticky; inset-block-end: -24px; z-index: 1; margin: 0 calc(var(--gutter) * -1) -24px; padding: 8px max(calc(var(--gutter) - 8px), 8px) max(12px, env(safe-area-inset-bottom)); background: var(--bg); }
  .log, .start { margin-block-start: auto; }
  .comp { display: flex; align-items: flex-end; gap: 4px; padding: 4px; padding-inline-start: 16px; border-radius: calc(var(--r-l) + 6px); }
  .comp:has(textarea:focus) { border-color: var(--accent-ink); outline: 1px solid var(--accent-ink); }
  .comp textarea { flex: 1; min-inline-size: 0; padding: 10px 0; margin: 0; border: 0; outline: 0; background: none; color: inherit; font: 400 16px/24px var(--font); resize: none; field-sizing: content; min-block-size: 44px; max-block-size: 132px; }
  .send:hover { background: var(--primary-hover); }
  .clip-on { position: relative; display: grid; place-items: center; margin-inline-start: -12px; cursor: pointer; }
  .clip-on:has(:focus-visible) { outline: 2px solid var(--accent-ink); }
  .pics :is(canvas, i) { display: block; overflow: hidden; font: 400 12px/16px var(--font); overflow-wrap: anywhere; inline-size: 96px; block-size: 96px; border-radius: var(--r-s); background: var(--fill); }
  .pics i { block-size: auto; min-block-size: 96px; padding: 44px 8px 8px; }
  progress { position: absolute; inset: auto 8px 8px; inline-size: calc(100% - 16px); block-size: 4px; accent-color: var(--primary); }
  .pics span { position: relative; }
  .pics .ib { position: absolute; inset-block-start: 0; inset-inline-end: 0; background: var(--bg); }
  .link { text-align: start; overflow-wrap: anywhere; }
  .jump { position: absolute; inset-block-end: calc(100% + 4px); inset-inline-end: 16px; background: var(--fill-2); }
  .badge { padding: 4px 8px; border-radius: 12px; font: var(--t-micro); }
  .mail input { flex: 1 1 160px; min-inline-size: 0; min-block-size: 48px; padding-inline: 16px; border-radius: var(--r-s); border: 1px solid var(--ink-3); font: 400 16px/24px var(--font); }
  .rate { justify-content: center; }
  .rate .btn { padding-inline: 0; inline-size: 48px; }
  .grow .clip { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  @media (forced-colors: active) {
    .msg, .cards, .comp, .ib { border: 1px solid CanvasText; }
  }
  @media (height < 420px) {
    .foot { position: static; }
  }
`;
