/** The colours of a mail. Mail programs know hex and little else, so they are worked out here. */
export interface Colours {
  ground: string;
  paper: string;
  ink: string;
  quiet: string;
  tint: string;
}

const ACCENT = '#24523f';
type Rgb = [number, number, number];

/** The shop's accent where it is written in hex; ours otherwise. */
export function coloursFor(accent: string | undefined): { light: Colours; dark: Colours } {
  const brand = rgbOf(accent ?? '') ?? rgbOf(ACCENT)!;
  return {
    light: {
      ground: '#f2f2f1',
      paper: '#ffffff',
      ink: '#16181a',
      quiet: '#5d5f61',
      tint: hexOf(mix(vivid(brand), [255, 255, 255], 0.09).map((part) => part * 0.963)),
    },
    dark: {
      ground: '#0e100f',
      paper: '#161817',
      ink: '#f0f1f0',
      quiet: '#a9acaa',
      tint: hexOf(mix(vivid(brand), [22, 24, 23], 0.1)),
    },
  };
}

function rgbOf(hex: string): Rgb | undefined {
  const [, short, long] = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(hex.trim()) ?? [];
  const digits = long ?? short?.replace(/./g, '$&$&');
  if (!digits) return undefined;
  const part = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

/** The hue at full light, so that a dark brand tints as much as a bright one. */
const vivid = (colour: Rgb): Rgb => {
  const brightest = Math.max(...colour, 1);
  return colour.map((part) => (part * 255) / brightest) as Rgb;
};

const mix = (one: Rgb, other: Rgb, share: number): Rgb =>
  one.map((part, at) => part * share + other[at]! * (1 - share)) as Rgb;

const hexOf = (parts: readonly number[]): string =>
  `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
