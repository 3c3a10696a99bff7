import { lstatSync, readFileSync } from 'node:fs';
import { pepperFileOf } from '../config/secret-file.ts';
import { findingsOf, type Finding } from './finding.ts';
import { givenSecrets, type SecretsGiven } from './given-secrets.ts';

const { ok, note, warning, broken } = findingsOf('secrets');

interface Given extends SecretsGiven {
  /** The config's file; absent for the demo. */
  config?: string;
  /** The embedded database’s file; absent on Postgres. */
  database?: string;
  pepper?: string;
}

/** Whether what must stay secret is hard to guess and closed to others. */
export function examineSecrets({ config, database, pepper, ...given }: Given): Finding[] {
  const findings = [
    ...givenSecrets(given)
      .filter(({ value }) => value !== undefined && isWeak(value))
      .map(({ what, todo }) => broken(`${what} can be guessed.`, todo)),
    ...twins(given.shops),
    ...(pepper === undefined ? examinePepperFile(database) : examinePepper(pepper)),
    ...openFiles([config, database]),
  ];
  return findings.length ? findings : [ok('Secrets are strong, and closed to others.')];
}

function twins(shops: Given['shops']): Finding[] {
  const seen = new Set<string>();
  const doubled = shops.filter(({ webhookSecret }) => {
    const isTwin = seen.has(webhookSecret);
    seen.add(webhookSecret);
    return isTwin;
  });
  return doubled.map(({ id }) =>
    warning(
      `${id} has the webhook secret of another shop.`,
      'Give each shop its own: who signs for one could sign for both.',
    ),
  );
}

const examinePepper = (pepper: string): Finding[] =>
  isWeak(pepper)
    ? [
        broken(
          'The pepper can be guessed, and with it every code in a copy of the database.',
          'Make one with: openssl rand -hex 32. Codes under way stop to match.',
        ),
      ]
    : [];

function examinePepperFile(database: string | undefined): Finding[] {
  if (database === undefined)
    return [
      broken(
        'There is no pepper.',
        'Every process on Postgres needs the same: set pepper in the config. Make one with: openssl rand -hex 32',
      ),
    ];
  const file = pepperFileOf(database);
  if (!isThere(file))
    return isThere(database)
      ? [warning(`${file} is gone.`, BRING_IT_BACK)]
      : [note('There is no pepper yet.', 'The first start makes it. Keep a copy of it then.')];
  const open = openFiles([file]);
  if (open.length) return open.map((finding) => ({ ...finding, level: 'broken' }));
  const bytes = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url').length;
  if (bytes >= 32) return [];
  return [broken(`${file} is damaged.`, BRING_IT_BACK)];
}

const isThere = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/** Sessions go on under another pepper; what is sealed or hashed under the old one is lost. */
const BRING_IT_BACK =
  'Bring it back from where you keep it. Without the file the next start makes another: codes under way ' +
  'stop to match, and each colleague with an app needs front-desk-server staff reset.';

const openFiles = (files: readonly (string | undefined)[]): Finding[] =>
  files.flatMap((file) => {
    const stats = file === undefined ? undefined : lstatSync(file, { throwIfNoEntry: false });
    if (!stats || process.platform === 'win32' || !(stats.mode & 0o077)) return [];
    return [warning(`Others can read ${file}.`, `Close it with: chmod 600 ${file}`)];
  });

/** Shorter than any that a program makes. */
const SHORT = 16;

/** Few different signs, a pattern that comes again, or words that examples are made of. */
function isWeak(secret: string): boolean {
  const isPlaceholder = /change.?me|secret|password|example|1234567|abcdef|placeholder/i.test(
    secret,
  );
  return (
    secret.length < SHORT ||
    isPlaceholder ||
    new Set(secret).size < 8 ||
    /^(.{1,12})\1+$/.test(secret)
  );
}
