/** Of the header is kept what names languages: the first of them. */
const MOST_LANGUAGE = 200;

export const languageOf = ({ headers }: Request): string | null =>
  headers.get('accept-language')?.slice(0, MOST_LANGUAGE) ?? null;
