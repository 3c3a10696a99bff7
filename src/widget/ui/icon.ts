import { html, type TemplateResult } from 'lit/html.js';

/**
 * One path a glyph: 24 grid, round caps. Only what the first chunk shows; the rooms' own are in
 * room-icon.ts.
 */
export const icons = {
  close: 'm6 6 12 12m0-12L6 18',
  back: 'M19.5 12h-15m6-6-6 6 6 6',
  home: 'M4 10.6 12 4l8 6.6V19a1 1 0 0 1-1 1h-4.6v-5.4H9.6V20H5a1 1 0 0 1-1-1z',
  box: 'm12 3.5 8 4.1v8.8l-8 4.1-8-4.1V7.6zM4.2 7.8l7.8 4 7.8-4M12 11.8v8.4M8 5.7l7.9 4',
  heart:
    'M12 20.2S4 15.4 4 9.6A4.6 4.6 0 0 1 8.6 5c1.4 0 2.6.7 3.4 1.8A4.3 4.3 0 0 1 15.4 5 4.6 4.6 0 0 1 20 9.6c0 5.8-8 10.6-8 10.6z',
  spark:
    'M11 4.5c.9 4.3 2.2 5.6 6.5 6.5-4.3.9-5.6 2.2-6.5 6.5-.9-4.3-2.2-5.6-6.5-6.5 4.3-.9 5.6-2.2 6.5-6.5zm7.3 11.3c.4 1.8.9 2.3 2.7 2.7-1.8.4-2.3.9-2.7 2.7-.4-1.8-.9-2.3-2.7-2.7 1.8-.4 2.3-.9 2.7-2.7z',
  chat: 'M5 5h14a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 19 17h-7.5l-4.3 3.4V17H5a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 5 5zm3 4.3h8m-8 3.4h5',
  user: 'M16 8.5a4 4 0 1 1-8 0 4 4 0 0 1 8 0M4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  cloudoff:
    'M7 18.5h10.5c1.9 0 3.5-1.5 3.5-3.5a3.6 3.6 0 0 0-3.1-3.5A6 6 0 0 0 9.3 7.4M6.6 9.9A4.4 4.4 0 0 0 7 18.5M4 4l16 17',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4m2.3-3.1v4h-4',
};
export type IconName = keyof typeof icons;

/** A glyph beside words; it says nothing by itself. `look`: s16, s20 or s32, and flip to mirror. */
export const glyph = (path: string, look = ''): TemplateResult =>
  html`<svg class="i ${look}" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

export const icon = (name: IconName, size = ''): TemplateResult =>
  glyph(icons[name], name === 'back' || name === 'chat' ? 'flip' : size);
