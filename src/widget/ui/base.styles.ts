import { css } from '../theme/css.ts';

/**
 * What the panel and its first room are made of. One sheet object, adopted by each shadow root. Rows
 * and what stands in them follow in parts.styles.ts; what only one room shows (fields, timeline,
 * sums) has its own sheet beside its part. Transparent edges are there for forced colours, which
 * show them.
 */
export const base = css`
  *, ::before, ::after { box-sizing: border-box; }
  :host { font: var(--t-body); color: var(--ink); -webkit-font-smoothing: antialiased; text-align: start; }
  h1, h2, h3, p, ul, ol, dl, dd, fieldset { margin: 0; padding: 0; border: 0; list-style: none; font: inherit; min-inline-size: 0; text-wrap: pretty; overflow-wrap: anywhere; word-break: auto-phrase; }
  button, input { font: inherit; color: inherit; background: none; border: 0; padding: 0; margin: 0; text-align: inherit; letter-spacing: inherit; }
  button, a { cursor: pointer; -webkit-tap-highlight-color: transparent; touch-action: manipulation; }
  a { color: inherit; text-decoration: none; }
  :focus-visible { outline: 2px solid var(--accent-ink); outline-offset: 2px; }
  h1:focus-visible { outline: 0; }

  .i { inline-size: 24px; block-size: 24px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; display: block; }
  .s20 { inline-size: 20px; block-size: 20px; stroke-width: 1.75; }
  .s32 { inline-size: 32px; block-size: 32px; stroke-width: 1.5; }
  .flip:dir(rtl) { transform: scaleX(-1); }

  .display { font: var(--t-display); letter-spacing: -0.022em; text-wrap: balance; }
  .title { font: var(--t-title); letter-spacing: -0.014em; text-wrap: balance; }
  .head { font: var(--t-head); letter-spacing: -0.008em; }
  .small { font: var(--t-small); }
  .second { color: var(--ink-2); }
  :is(.display, .title, .head):lang(ar) { letter-spacing: 0; }
  .display:lang(ar) { font-size: 27px; line-height: 38px; }
  .title:lang(ar) { font-size: 21px; line-height: 32px; }

  .stack { display: flex; flex-direction: column; gap: 8px; }
  .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(132px, 100%), 1fr)); gap: 8px; }
  .hide { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  .ib { inline-size: 44px; block-size: 44px; border-radius: var(--r-full); display: grid; place-items: center; flex: none; position: relative; transition: background var(--fast); }
  .ib:hover { background: var(--fill); }
  .btn { display: flex; align-items: center; justify-content: center; gap: 8px; min-block-size: 48px; padding: 12px 20px; border-radius: var(--radius); font: 600 15px/22px var(--font); text-align: center; background: var(--primary); color: var(--on-primary); border: 1px solid transparent; transition: background var(--fast), transform var(--fast) var(--ease); }
  .btn:hover { background: var(--primary-hover); }
  .btn:active { transform: scale(0.985); }
  .quiet { background: var(--fill); color: var(--ink); }
  .quiet:hover { background: var(--fill-2); }
  .text { background: none; color: var(--accent-ink); padding-inline: 8px; }
  .text:hover { background: var(--fill); }
  .on-tint { background: var(--bg); }
  .btn[aria-disabled='true'] { background: var(--fill); color: var(--ink-2); }

  .card { display: block; border-radius: var(--r-l); background: var(--ground); padding: 20px; border: 1px solid transparent; --ground: var(--fill); }
  .tint { --ground: var(--tint); }

  .sk { background: color-mix(in oklab, var(--ink) 6.5%, var(--bg)); border-radius: var(--r-xs); display: block; animation: sk 1.4s ease-in-out infinite alternate; }
  @keyframes sk { to { opacity: 0.5; } }
  .state { margin-block: auto; display: flex; flex-direction: column; align-items: center; text-align: center; gap: 8px; padding-block: 24px; }
  .state .btn { margin-block-start: 16px; }
  .state p { max-inline-size: 280px; }
  .glyph { inline-size: 72px; block-size: 72px; border-radius: 50%; display: grid; place-items: center; background: var(--tint); color: var(--accent-ink); margin-block-end: 12px; border: 1px solid transparent; }
  .failed { background: var(--bad-tint); color: var(--bad); }

  @media (forced-colors: active) {
    .i { color: inherit !important; }
  }
  @media (prefers-reduced-motion: reduce) {
    .sk { animation: none; }
    .btn:active { transform: none; }
  }
`;
