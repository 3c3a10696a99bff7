import type { DeskConfig } from '../config.ts';

/** Under which name a desk keeps what its shopper has saved. */
export const boxKeyOf = ({ api, shop }: Pick<DeskConfig, 'api' | 'shop'>): string =>
  `fd:${api}:${shop ?? ''}:wishes`;
