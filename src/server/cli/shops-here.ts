import { createSetShops } from '../../backend/services/set-shops.ts';
import type { Shops, Storage } from '../../backend/ports.ts';
import { createShops } from '../config/shops.ts';
import { createLog } from '../drivers/log.ts';
import type { Target } from './target.ts';
import type { Terminal } from './terminal.ts';

/** The shops as the config has them, and their admins in the console: where no server is asked. */
export async function shopsHere(
  target: Target,
  { settings }: Storage,
  { stderr }: Terminal,
): Promise<Shops> {
  const log = createLog((line) => void stderr.write(line), undefined, { level: 'error' });
  const shops = createSetShops(createShops(target.shops()), settings, log);
  await shops.reload();
  return shops;
}
