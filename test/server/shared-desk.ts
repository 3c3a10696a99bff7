import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportRow } from '../../src/contract/import.ts';
import { createShops } from '../../src/server/config/shops.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aConfig, aShopConfig } from '../builders/config.ts';
import { createVisitor, type Visitor } from '../builders/visitor.ts';
import { readConfig } from '../../src/server/config/load.ts';
import { aFolder } from './folder.ts';
import { PEPPER } from './pepper.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

export const SHOP = 'alder';
const SECRET = 'a-webhook-secret-of-32-characters';

/** A folder with a config whose database is the file beside it, or what `serve` is told. */
export async function aDeskFolder(
  name: string,
  rows: readonly ImportRow[],
  database?: string,
  shop: Record<string, unknown> = {},
) {
  const cwd = aFolder(name);
  const text = JSON.stringify(
    aConfig({
      shop: aShopConfig({ id: SHOP, webhookSecret: SECRET, ...shop }),
      pepper: PEPPER,
      trustedProxies: ['127.0.0.0/8', '::1'],
    }),
  );
  writeFileSync(join(cwd, 'front-desk.config.json'), text);
  const settings = readConfig(text, join(cwd, 'front-desk.config.json'), () => undefined);
  const { storage } = await openDatabase(database ?? settings.database, PEPPER);
  await storage.catalogue.put(createShops(settings.shops).find(SHOP)!, rows);
  await storage.close();
  return {
    cwd,
    environment: database === undefined ? {} : { DATABASE_URL: database },
    serve: (...words: string[]): Promise<ServerProcess> =>
      startServerProcess(words, {
        cwd,
        environment: database === undefined ? {} : { DATABASE_URL: database },
      }),
  };
}

/** A page of the shop that talks to this process. */
export const visitorOf = ({ url }: { url: string }, token?: string): Visitor =>
  createVisitor(
    (request) => {
      const { pathname, search } = new URL(request.url);
      return fetch(new Request(`${url}${pathname}${search}`, request));
    },
    token === undefined ? {} : { token },
  );

/** A carrier's news, signed; what the process answers. Told again it has the same name and moment. */
export async function tellNews(
  { url }: { url: string },
  parcel: { number: string; order: string },
  text: string,
  { delivery, at: happened = new Date().toISOString() }: { delivery?: string; at?: string } = {},
): Promise<Response> {
  const event = { at: happened, status: 'in_transit', text };
  const body = JSON.stringify({ ...parcel, events: [event] });
  const at = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', SECRET).update(`${at}.${body}`).digest('hex');
  return fetch(`${url}/v1/webhooks/tracking`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Front-Desk-Signature': `t=${at},v1=${signature}`,
      ...(delivery !== undefined && { 'X-Front-Desk-Delivery': delivery }),
    },
    body,
  });
}

/** A shopper asks for a code by mail. */
export const askCode = ({ url }: Pick<ServerProcess, 'url'>, email = 'mara@kern.eu') =>
  fetch(`${url}/v1/identity/challenges`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      Origin: 'https://alder.example',
    },
    body: JSON.stringify({ email }),
  });
