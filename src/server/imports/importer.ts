import type { Clock, Shop, Shops, Storage } from '../../backend/ports.ts';
import { importRows, type ImportNews, type ImportReport } from '../../backend/services/import.ts';

export interface ImportRequest {
  /** Whose data it is; the only shop's when left out. */
  shop?: string;
  /** Leave out bad rows instead of refusing everything. */
  skipBad: boolean;
}

/** Takes an import: here under the file's lock, or in a running server over its socket. */
export type Importer = (
  request: ImportRequest,
  lines: AsyncIterable<string>,
  tell: (news: ImportNews) => void,
) => Promise<ImportReport>;

/** Why no row was taken, as a sentence for whoever runs the import. */
export class ImportImpossible extends Error {
  override readonly name = 'ImportImpossible';
  /** wish: what was asked for makes no sense. server: it does, and yet it could not be done. */
  readonly fault: 'wish' | 'server';
  constructor(message: string, fault: 'wish' | 'server' = 'wish') {
    super(message);
    this.fault = fault;
  }
}

export const importerOver =
  ({ storage, shops, clock }: { storage: Storage; shops: Shops; clock: Clock }): Importer =>
  async ({ shop: id, skipBad }, lines, tell) => {
    const shop = shopOf(shops, id);
    return importRows({ storage, clock }, shop, lines, { skipBad, tell });
  };

/** Whose data it is; throws when nobody's. */
export function shopOf(shops: Shops, id: string | undefined): Shop {
  const shop = shops.find(id);
  if (shop) return shop;
  const known = shops.all().map((each) => each.id);
  throw new ImportImpossible(
    id === undefined
      ? `Whose data is it? Name one with --shop: ${known.join(', ')}.`
      : `There is no shop "${id}". Known: ${known.join(', ')}.`,
  );
}
