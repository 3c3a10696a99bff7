const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'ja', 'ar', 'he'];
/** As people write them, though no list of names has them. */
const others = { USA: 'US', 'U.S.A.': 'US', 'U.S.': 'US', UAE: 'AE', EIRE: 'IE' };

const codes = new Map<string, string>();

/** ISO 3166-1 alpha-2 of a country as an address writes it: "nl", "Nederland", "Pays-Bas". */
export function countryCode(written: string): string | undefined {
  if (codes.size === 0) learn();
  return codes.get(plain(written));
}

function learn(): void {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCodePoint(65 + at));
  const pairs = letters.flatMap((a) => letters.map((b) => a + b));
  for (const language of languages) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of pairs) {
      const name = names.of(code);
      // DD and FX are known too, as what Germany and France were once called
      const today = new Intl.Locale(`und-${code}`).region;
      if (name === undefined || today === undefined) continue;
      codes.set(code, today);
      codes.set(plain(name), today);
    }
  }
  for (const [name, code] of Object.entries(others)) codes.set(plain(name), code);
}

const plain = (text: string): string => text.normalize('NFKC').trim().toUpperCase();
