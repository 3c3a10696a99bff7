import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { findPostgres, startPostgres } from '../../scripts/postgres.mjs';

/** Why nothing can be tried on Postgres here; undefined where it can. */
export const noPostgres = (): string | undefined =>
  process.env.FD_POSTGRES || findPostgres() ? undefined : 'no Postgres on this machine';

let own: ReturnType<typeof startPostgres> | undefined;

/** The run's own server, or one for this file where it runs alone. */
async function server(): Promise<string> {
  if (process.env.FD_POSTGRES) return process.env.FD_POSTGRES;
  const started = await (own ??= startPostgres());
  if (!started) throw new Error(noPostgres());
  return started.url;
}

/** The address of a new, empty database. */
export async function aPostgresDatabase(at?: string): Promise<string> {
  const url = at ?? (await server());
  const name = `fd_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  return url.replace('/postgres?', `/${name}?`);
}
