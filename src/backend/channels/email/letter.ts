import type { Shop } from '../../ports.ts';
import { coloursFor, type Colours } from './colours.ts';
import { escaped, isolated } from './markup.ts';

const FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Noto Sans Arabic', Arial, sans-serif";

/** Rounded as most shops round, in px. */
const RADIUS = 14;

export interface Letter {
  shop: Shop;
  language: string;
  direction: 'ltr' | 'rtl';
  title: string;
  preview: string;
  heading: string;
  /** HTML, escaped already. */
  content(look: Look): string;
  /** Lines of HTML, escaped already. */
  footer: string[];
}

/** What a mail of the shop looks like: its colours, and its corners in px. */
export interface Look extends Colours {
  radius: number;
}

/**
 * A mail around its content: tables and inline hex colours, which every mail program knows; the
 * dark scheme and the small screen come in a style sheet, for those that read one.
 */
export function letterHtml(letter: Letter): string {
  const { brand, name } = letter.shop;
  const { light, dark } = coloursFor(brand?.accent);
  const radius = brand?.radius ?? RADIUS;
  const text = (size: number, line: number, colour: string) =>
    `font-family:${FONT};font-size:${size}px;line-height:${line}px;color:${colour};`;
  const corner = Math.round(radius * 1.3);
  return `<!doctype html>
<html lang="${letter.language}" dir="${letter.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(letter.title)}</title>
<style>
@media (max-width: 480px) { .pad { padding: 24px 20px 28px !important } .foot { padding: 20px 20px 0 !important } .rim { padding: 12px 0 20px !important } .paper { border-radius: 0 !important } .code { font-size: 30px !important } h1 { font-size: 26px !important; line-height: 32px !important } }
@media (prefers-color-scheme: dark) { .ground { background: ${dark.ground} !important } .paper { background: ${dark.paper} !important } .ink { color: ${dark.ink} !important } .quiet { color: ${dark.quiet} !important } .tint { background: ${dark.tint} !important } }
</style>
</head>
<body class="ground" style="margin:0;padding:0;background:${light.ground};">
<div style="display:none;max-height:0;overflow:hidden;">${escaped(letter.preview)}</div>
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${light.ground};"><tr><td class="rim" align="center" style="padding:32px 24px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:552px;">
<tr><td class="paper pad" style="background:${light.paper};border-radius:${corner}px;padding:32px 40px 36px;">
<p class="ink" style="margin:0 0 20px;${text(17, 24, light.ink)}font-weight:600;">${escaped(isolated(name, letter.direction === 'rtl'))}</p>
<h1 class="ink" style="margin:0 0 20px;${text(28, 34, light.ink)}font-weight:600;">${escaped(letter.heading)}</h1>
${letter.content({ ...light, radius })}
</td></tr>
<tr><td class="foot quiet" style="padding:20px 40px 0;${text(13, 18, light.quiet)}">${letter.footer.join('<br>')}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

/** A paragraph; `quiet` is small and grey. */
export function paragraph(html: string, colours: Colours, quiet = false): string {
  const [size, line] = quiet ? [13, 18] : [15, 22];
  return `<p class="${quiet ? 'quiet' : 'ink'}" style="margin:0 0 ${quiet ? 0 : 20}px;font-family:${FONT};font-size:${size}px;line-height:${line}px;color:${quiet ? colours.quiet : colours.ink};">${html}</p>`;
}

/** A number to be read across a room and copied without a blank in it. */
export function bigCode(code: string, look: Look): string {
  const [first, second] = [code.slice(0, 3), code.slice(3)];
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px;"><tr><td class="tint" align="center" dir="ltr" style="background:${look.tint};border-radius:${look.radius}px;padding:18px 8px;"><span class="code ink" style="font-family:${FONT};font-size:34px;line-height:44px;font-weight:600;letter-spacing:.14em;color:${look.ink};">${first}<span style="padding-left:.3em;">${second}</span></span></td></tr></table>`;
}

/** A link that is easy to hit; in the reader's ink, as a brand's colour may not be read on. */
export function bigLink(link: string, label: string, look: Look): string {
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px;"><tr><td class="tint" align="center" style="background:${look.tint};border-radius:${look.radius}px;"><a class="ink" href="${escaped(link)}" style="display:block;padding:16px 8px;font-family:${FONT};font-size:17px;line-height:24px;font-weight:600;color:${look.ink};">${escaped(label)}</a></td></tr></table>`;
}

/** Rows of what and when, or what and how much; the second stands at the end edge. */
export const sumRows = (rows: readonly (readonly [string, string])[], colours: Colours): string =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px;">${rows
    .map(
      ([what, value]) =>
        `<tr><td class="ink" style="padding:8px 0;font-family:${FONT};font-size:15px;line-height:22px;font-weight:550;color:${colours.ink};">${escaped(what)}</td><td width="16"></td><td class="quiet" align="right" style="padding:8px 0;font-family:${FONT};font-size:13px;line-height:22px;color:${colours.quiet};text-align:end;">${escaped(value)}</td></tr>`,
    )
    .join('')}</table>`;
