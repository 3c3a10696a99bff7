import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createBackend, type Backend } from '../../src/backend/app.ts';
import type { Log, Shop, Storage } from '../../src/backend/ports.ts';
import { createCookieTransport } from '../../src/backend/services/cookie-transport.ts';
import { createLocalBus } from '../../src/backend/services/local-bus.ts';
import { openStorage } from '../../src/backend/storage/storage.ts';
import { listen } from '../../src/server/http/listen.ts';
import { shopsOf } from '../builders/backend.ts';
import { anOwnLogin } from '../builders/own-login.ts';
import { NOW, openShortLived, replayShop } from './seed.ts';
import { createShopper, type Shopper } from './shopper.ts';
import { othersChanged } from './untouched.ts';

/** A reference backend behind HTTP, over a database that begins as the seed. */
export interface Stage {
  storage: Storage;
  shop: Shop;
  /** The shop's own word for who somebody is; good for one sign-in. */
  vouchFor(customer: string): Promise<string>;
  /** Somebody at the desk, signed in by the shop's own login. */
  signIn(customer: string): Promise<Shopper>;
  nobody: Shopper;
  /** Ends it; tells where rows of others than these customers are not as in the seed. */
  strike(theirs: readonly string[]): Promise<string[]>;
}

export interface Theatre {
  address: string;
  stage(): Promise<Stage>;
  close(): Promise<void>;
}

const PEPPER = 'a pepper of at least thirty-two bytes for replays';

/** One address, at which one stage after the other answers. Each is a copy of the seed's file. */
export async function openTheatre(
  seed: string,
  folder: string,
  name: string,
  seedShop: Shop = replayShop,
): Promise<Theatre> {
  const login = await anOwnLogin('EdDSA', { shop: seedShop.id });
  const shop = { ...seedShop, identityKeys: [login.key] };
  let backend: Backend | undefined;
  const { port, stop } = await listen({
    ...{ port: 0, host: 'loopback' },
    answer: (request) => backend?.fetch(request) ?? new Response(null, { status: 503 }),
  });
  const address = `http://localhost:${port}`;
  const file = join(folder, `${name}.db`);
  const vouchFor = (customer: string) => login.sign(NOW, { sub: customer });
  return {
    address,
    async stage() {
      copyFileSync(seed, file);
      const storage = await openStorage(openShortLived(file));
      const running = createBackend({
        ...{ storage, log, pepper: PEPPER },
        shops: shopsOf([shop]),
        bus: createLocalBus(),
        transport: createCookieTransport(),
        clock: () => NOW,
        // of a clock that stands still no minute ever ends
        requestLimits: { perNetwork: Infinity, perSession: Infinity },
        clientAddress: () => '127.0.0.1',
      });
      backend = running;
      return {
        ...{ storage, shop, vouchFor },
        nobody: createShopper(address),
        async signIn(customer) {
          const token = await createShopper(address).signIn(await vouchFor(customer));
          return createShopper(address, token);
        },
        async strike(theirs) {
          await running.close();
          await storage.close();
          const changed = othersChanged(file, seed, theirs);
          for (const end of ['', '-wal', '-shm', '.lock']) rmSync(file + end, { force: true });
          return changed;
        },
      };
    },
    close: stop,
  };
}

const log: Log = {
  info: () => {},
  error: (event, error) => console.error(event, error),
};
