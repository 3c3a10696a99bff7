import type { TemplateResult } from 'lit/html.js';
import { glyph, icons as panels } from './icon.ts';

/** What the rooms show, beside the icons of the panel itself. */
const icons = {
  chev: 'm9.5 6 6 6-6 6',
  truck:
    'M5.3 16H3V6.5h10.5V16M9 16h6M13.5 9.8h4L21 13.2V16h-2M9.1 17.3a1.9 1.9 0 1 1-3.8 0 1.9 1.9 0 0 1 3.8 0m9.8 0a1.9 1.9 0 1 1-3.8 0 1.9 1.9 0 0 1 3.8 0',
  chat: panels.chat,
  mail: 'M3.5 5.5h17v13h-17zm.5 1 8 6.5 8-6.5',
  phone:
    'M8.2 4.5H5.6A1.6 1.6 0 0 0 4 6.2C4.6 13.6 10.4 19.4 17.8 20a1.6 1.6 0 0 0 1.7-1.6v-2.6l-3.8-1.7-1.8 2.1a13.5 13.5 0 0 1-6-6l2.1-1.8z',
  pin: 'M12 21s7-5.6 7-11a7 7 0 0 0-14 0c0 5.4 7 11 7 11zm2.6-11a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0',
  card: 'M3.5 6h17v12.5h-17zm0 4h17M7 14.8h3',
  alert: 'M12 4.2 21 19.5H3zm0 5.8v4.3m0 2.6v.1',
  info: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0M12 11.3v5M12 8v.1',
};

const MIRRORED: ReadonlySet<string> = new Set(['chev', 'truck', 'chat']);

export const roomIcon = (name: keyof typeof icons, size = ''): TemplateResult =>
  glyph(icons[name], MIRRORED.has(name) ? `flip ${size}` : size);
