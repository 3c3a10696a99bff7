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
      tint: mixed(brand, [255, 255, 255], 0.09),
    },
    dark: {
      ground: '#0e100f',
      paper: '#161817',
      ink: '#f0f1f0',
      quiet: '#a9acaa',
      tint: mixed(mix(brand, [255, 255, 255], 0.5), [22, 24, 23], 0.14),
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

const mix = (one: Rgb, other: Rgb, share: number): Rgb =>
  one.map((part, at) => Math.round(part * share + other[at]! * (1 - share))) as Rgb;

const mixed = (one: Rgb, other: Rgb, share: number): string =>
  `#${mix(one, other, share)
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`;
