/** Global Privacy Control or Do Not Track: what a page thinks it was told does not count then. */
export const objects = ({ headers }: Request): boolean =>
  headers.get('sec-gpc') === '1' || headers.get('dnt') === '1';
