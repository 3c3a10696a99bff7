import { sha256 } from '../../services/secrets.ts';

export const etagOf = async (text: string): Promise<string> =>
  `"${(await sha256(text)).slice(0, 22)}"`;

/** Does the reader have it already? A weak tag names the same text. */
export const isKnown = (request: Request, etag: string): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
