import { css } from './css.ts';

/**
 * The shop sets seven --fd-* properties anywhere above; everything else is derived from them here,
 * once, on the element that holds the panel. Private names carry no prefix: nothing outside the
 * shadow root can reach them.
 *
 * What only later rooms need (toast, menu, badge) comes with them.
 *
 * The first block is a plain, safe set for engines without light-dark() and relative colours.
 */
export const tokens = css`
  :host {
    color-scheme: var(--fd-scheme, light);
    --a: var(--fd-accent, var(--fd-a, #24523f));
    --surface: var(--fd-surface, #fff);
    --radius: var(--fd-radius, var(--fd-r, 14px));
    --font: var(--fd-font, system-ui, 'Noto Sans Arabic', sans-serif);
    --display: var(--fd-font-display, var(--font));
    --weight: var(--fd-display-weight, 600);
    --gutter: 24px;
    --r-xs: calc(var(--radius) * 0.43);
    --r-s: calc(var(--radius) * 0.72);
    --r-l: calc(var(--radius) * 1.3);
    --r-panel: calc(var(--radius) * 1.6);
    --r-full: min(999px, calc(var(--radius) * 99));
    --t-display: var(--weight) 28px/34px var(--display);
    --t-title: var(--weight) 22px/28px var(--display);
    --t-head: 600 17px/24px var(--font);
    --t-body: 400 15px/22px var(--font);
    --t-strong: 550 15px/22px var(--font);
    --t-small: 400 13px/18px var(--font);
    --t-label: 550 13px/18px var(--font);
    --t-micro: 600 11px/16px var(--font);
    --fast: 120ms;
    --mid: 160ms;
    --slow: 200ms;
    --ease: cubic-bezier(0.2, 0.8, 0.2, 1);
    --on-accent: var(--fd-on-accent, #fff);
    --bg: var(--surface);
    --ink: var(--fd-text, #16181a);
    --ink-2: #54585c;
    --ink-3: #868b90;
    --line: #e4e5e6;
    --fill: #f4f5f5;
    --fill-2: #e9eaeb;
    --primary: var(--a);
    --on-primary: var(--on-accent);
    --primary-hover: var(--a);
    --accent-ink: var(--ink);
    --tint: #f2f4f3;
    --tint-2: #dfe4e1;
    --good: #1c6a41;
    --warn: #84510a;
    --bad: #b3261e;
    --warn-fill: #b9770f;
    --warn-tint: #f7f0e6;
    --bad-tint: #fbecea;
    --scrim: rgb(16 18 20 / 0.44);
    --e2: 0 8px 24px -6px rgb(16 18 20 / 0.14);
  }
  @supports (color: light-dark(red, oklch(from red l c h))) {
    :host {
      --dark: clamp(0, (0.179 - y) * 9999, 1);
      --pale: clamp(0, (l - 0.7) * 8, 1);
      --on-accent: var(
        --fd-on-accent,
        color(
          from var(--a) xyz-d65 calc(0.9505 * var(--dark)) var(--dark) calc(1.089 * var(--dark))
        )
      );
      --bg: light-dark(var(--surface), oklch(from var(--a) 0.195 min(c * 0.1, 0.01) h));
      --ink: light-dark(
        var(--fd-text, #16181a),
        oklch(from var(--a) 0.955 min(c * 0.06, 0.006) h)
      );
      --ink-2: color-mix(in oklab, var(--ink) 68%, var(--bg));
      --ink-3: color-mix(in oklab, var(--ink) 50%, var(--bg));
      --line: color-mix(in oklab, var(--ink) 11%, var(--bg));
      --fill: color-mix(in oklab, var(--ink) 4.5%, var(--bg));
      --fill-2: color-mix(in oklab, var(--ink) 9%, var(--bg));
      --accent-dark: oklch(
        from var(--a) max(l, clamp(0.76, 0.95 - c * 2.5, 0.95)) min(c, 0.15) h
      );
      --primary: light-dark(var(--a), var(--accent-dark));
      --on-primary: light-dark(var(--on-accent), #101214);
      --primary-hover: color-mix(in oklab, var(--primary) 90%, var(--on-primary));
      --accent-ink: light-dark(
        oklch(
          from var(--a) calc(min(l, 0.46) - 0.14 * var(--pale))
            calc(min(c, 0.17) * (1 - 0.55 * var(--pale))) h
        ),
        oklch(from var(--a) max(l, clamp(0.82, 0.95 - c * 2.5, 0.95)) min(c, 0.13) h)
      );
      --tint: light-dark(
        color-mix(in oklab, oklch(from var(--a) 0.945 min(c * 0.24, 0.036) h) 75%, var(--surface)),
        color-mix(in oklab, var(--accent-dark) 9%, var(--bg))
      );
      --tint-2: light-dark(
        color-mix(in oklab, oklch(from var(--a) 0.885 min(c * 0.34, 0.06) h) 88%, var(--surface)),
        color-mix(in oklab, var(--accent-dark) 20%, var(--bg))
      );
      --good: light-dark(oklch(0.46 0.11 155), oklch(0.83 0.13 155));
      --warn: light-dark(oklch(0.48 0.105 62), oklch(0.85 0.12 82));
      --bad: light-dark(oklch(0.5 0.18 27), oklch(0.79 0.13 24));
      --warn-fill: light-dark(oklch(0.645 0.145 60), oklch(0.82 0.13 78));
      --warn-tint: color-mix(in oklab, var(--warn) 9%, var(--bg));
      --bad-tint: color-mix(in oklab, var(--bad) 8%, var(--bg));
      --scrim: light-dark(rgb(16 18 20 / 0.44), rgb(0 0 0 / 0.6));
      --e2:
        0 0 0 1px light-dark(rgb(16 18 20 / 0.05), rgb(255 255 255 / 0.09)),
        0 8px 24px -6px light-dark(rgb(16 18 20 / 0.14), transparent),
        0 32px 72px -16px light-dark(rgb(16 18 20 / 0.26), rgb(0 0 0 / 0.7));
    }
  }
  /* all words are the ink's own: what they mean is said, not coloured */
  @media (prefers-contrast: more) {
    :host {
      --ink-2: var(--ink);
      --ink-3: var(--ink);
      --line: var(--ink);
      --primary: var(--ink);
      --on-primary: var(--bg);
      --accent-ink: var(--ink);
      --good: var(--ink);
      --warn: var(--ink);
      --bad: var(--ink);
    }
  }
  @media (width < 360px) {
    :host {
      --gutter: 16px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --fast: 0s;
      --mid: 1ms;
      --slow: 1ms;
    }
  }
`;
