import { css } from '../../widget/theme/css.ts';

/** The desk's own steps: one size down from the panel, never another colour. */
export const deskTokens = css`
  :host {
    --fd-scheme: light dark;
    --c-sent: 600 22px/28px var(--display);
    --c-head: 600 15px/22px var(--font);
    --c-body: 400 14px/20px var(--font);
    --c-strong: 550 14px/20px var(--font);
    --c-small: 400 13px/18px var(--font);
    --c-label: 550 13px/18px var(--font);
    --c-micro: 550 12px/16px var(--font);
    --c-plain: 400 12px/16px var(--font);
    --c-hit: 36px;
    --ground: light-dark(color-mix(in oklab, var(--ink) 5%, var(--bg)), oklch(from var(--a) 0.168 min(c * 0.1, 0.008) h));
    --raise: light-dark(var(--bg), color-mix(in oklab, var(--ink) 7%, var(--bg)));
    --good-tint: color-mix(in oklab, var(--good) 9%, var(--bg));
    --badge: light-dark(oklch(0.55 0.21 25), oklch(0.62 0.2 25));
    --live: light-dark(oklch(0.62 0.15 155), oklch(0.78 0.15 155));
  }
  @media (pointer: coarse) {
    :host { --c-hit: 44px; }
  }
`;

/** What the desk's panes are made of. */
export const deskParts = css`
  :host { font: var(--c-body); }
  .i { inline-size: 20px; block-size: 20px; stroke-width: 1.75; }
  .s16 { inline-size: 16px; block-size: 16px; stroke-width: 2; }
  b { font-weight: 600; }
  h2[tabindex='-1']:focus-visible { outline: 0; }
  select, textarea { font: inherit; color: inherit; background: none; border: 0; padding: 0; margin: 0; }
  .sent { font: var(--c-sent); letter-spacing: -0.014em; text-wrap: balance; }
  .head { font: var(--c-head); }
  .strong { font: var(--c-strong); }
  .csmall { font: var(--c-small); }
  .label { font: var(--c-label); }
  .micro { font: var(--c-micro); }
  .plain { font: var(--c-plain); }
  .num { font-variant-numeric: tabular-nums; white-space: nowrap; }
  .clip { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; display: block; min-inline-size: 0; }
  .h { display: flex; align-items: center; gap: 8px; min-inline-size: 0; }
  .grow { flex: 1; min-inline-size: 0; }
  .end { margin-inline-start: auto; }
  .sent:lang(ar) { letter-spacing: 0; line-height: 34px; }

  .cb { display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-block-size: var(--c-hit); padding: 7px 14px; border-radius: var(--r-s); font: 600 14px/20px var(--font); background: var(--fill); color: var(--ink); border: 1px solid transparent; white-space: nowrap; flex: none; transition: background var(--fast); }
  .cb:hover { background: var(--fill-2); }
  .go { background: var(--primary); color: var(--on-primary); }
  .go:hover { background: var(--primary-hover); }
  .ctext { background: none; color: var(--accent-ink); padding-inline: 8px; }
  .no { background: none; color: var(--bad); padding-inline: 10px; }
  .no:hover { background: var(--bad-tint); }
  .cb[aria-disabled='true'] { opacity: 0.6; }
  .cib { inline-size: var(--c-hit); block-size: var(--c-hit); border-radius: var(--r-s); display: grid; place-items: center; color: var(--ink-2); flex: none; }
  .cib:hover { background: var(--fill); }
  .k { display: inline-grid; place-items: center; min-inline-size: 20px; block-size: 20px; padding-inline: 5px; border-radius: 5px; border: 1px solid color-mix(in oklab, currentColor 26%, transparent); font: 500 11px/18px var(--font); flex: none; }
  .mk { display: inline-flex; align-items: center; gap: 4px; min-block-size: 22px; padding-inline: 7px; border-radius: var(--r-xs); font: var(--c-micro); background: var(--fill-2); color: var(--ink); white-space: nowrap; flex: none; }
  .warn { background: var(--warn-tint); color: var(--warn); }
  .bad { background: var(--bad-tint); color: var(--bad); }
  .good { background: var(--good-tint); color: var(--good); }
  .bare { background: none; padding-inline: 0; color: var(--ink-2); font-weight: 400; }
  .n { min-inline-size: 18px; block-size: 18px; padding-inline: 5px; border-radius: 9px; background: var(--badge); color: light-dark(#fff, #101214); font: 600 11px/18px var(--font); text-align: center; font-variant-numeric: tabular-nums; display: inline-block; }
  .av { inline-size: 36px; block-size: 36px; border-radius: min(50%, calc(var(--radius) * 3)); background: var(--fill-2); color: var(--ink); display: grid; place-items: center; font: 600 12px/1 var(--font); flex: none; }
  .av.small { inline-size: 20px; block-size: 20px; font-size: 9px; }
  .av.mid { inline-size: 24px; block-size: 24px; font-size: 10px; }
  .av.big { inline-size: 44px; block-size: 44px; font-size: 15px; }
  .av.me { background: var(--tint-2); color: var(--accent-ink); }
  .av.void { background: none; border: 1.5px dashed var(--ink-3); }
  .dot { inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--live); flex: none; }

  .tabs { display: flex; gap: 2px; overflow-x: auto; scrollbar-width: none; padding: 4px; margin: -4px; }
  .tab { display: inline-flex; align-items: center; gap: 6px; min-block-size: var(--c-hit); padding-inline: 10px; border-radius: var(--r-s); font: var(--c-label); color: var(--ink-2); white-space: nowrap; border: 1px solid transparent; }
  .tab[aria-pressed='true'] { background: var(--ink); color: var(--bg); }
  .group { display: flex; align-items: center; gap: 6px; padding: 12px 16px 4px; font: var(--c-micro); color: var(--ink-2); }
  .rowi { display: grid; grid-template-columns: 36px minmax(0, 1fr); gap: 0 12px; padding: 10px 12px; margin-inline: 4px 8px; border-radius: var(--radius); position: relative; border: 1px solid transparent; }
  .rowi:hover { background: var(--fill-2); }
  .rowi[aria-current] { background: var(--bg); border-color: var(--line); }
  .rowi[aria-current]::before { content: ''; position: absolute; inset-block: 12px; inset-inline-start: -1px; inline-size: 3px; border-radius: 3px; background: var(--accent-ink); }
  .l1 { display: flex; align-items: baseline; gap: 8px; }
  .l1 > .clip { font-weight: 500; }
  .new .clip { font-weight: 600; color: var(--ink); }
  .l2 { font: var(--c-small); color: var(--ink-2); }
  .l3 { display: flex; align-items: center; gap: 8px; margin-block-start: 4px; min-block-size: 22px; }
  .empty { display: grid; place-items: center; place-content: center; text-align: center; gap: 12px; padding: 32px; block-size: 100%; }
  .empty .ic { inline-size: 64px; block-size: 64px; border-radius: 50%; background: var(--tint); color: var(--accent-ink); display: grid; place-items: center; }
  .col { display: flex; flex-direction: column; min-inline-size: 0; min-block-size: 0; block-size: 100%; }
  .top { display: flex; align-items: center; gap: 8px 12px; min-block-size: 68px; padding: 10px 20px 10px 24px; flex: none; }
  .scroll { flex: 1; min-block-size: 0; overflow-y: auto; overscroll-behavior: contain; }
  .cerr { display: flex; gap: 8px; align-items: center; padding: 8px 12px; border-radius: var(--r-s); background: var(--warn-tint); font: var(--c-small); }
  .cerr .i { color: var(--warn); }
  @media (width < 760px) {
    .back { display: grid; }
    .top { padding-inline: 8px; gap: 4px; }
  }
  @media (forced-colors: active) {
    .cb:not(.go), .mk:not(.bare), .av, .cerr { border: 1px solid CanvasText; }
    .go { border: 2px solid ButtonText; }
    .rowi[aria-current], .tab[aria-pressed='true'] { outline: 2px solid Highlight; outline-offset: -2px; }
  }
`;
