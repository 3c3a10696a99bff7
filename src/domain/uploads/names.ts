const MOST = 100;
const NOBODYS = 'document';

/**
 * What a document may be called, of what its sender calls it: a name alone, without a path, without what
 * turns text around or is not seen, and with the ending of what it is.
 */
export function documentName(told = ''): string {
  const name = told
    .slice(0, 1000)
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[\p{C}\p{Zl}\p{Zp}"<>:|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\.pdf$/i, '')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${[...name].slice(0, MOST).join('').trim() || NOBODYS}.pdf`;
}
