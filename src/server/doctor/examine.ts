import { socketPathOf } from '../admin/socket-path.ts';
import { isAnswering } from '../admin/answering.ts';
import { isPostgres } from '../config/database.ts';
import type { Settings } from '../config/load.ts';
import type { ShopConfig } from '../config/shop-schema.ts';
import { createSmtpMailer } from '../drivers/smtp.ts';
import { dateOf, examineClock } from './clock.ts';
import { examineLock, examineMigrations } from './database.ts';
import { examineDeadLetters } from './dead-letters.ts';
import { examineDisk } from './disk.ts';
import { findingsOf, type Finding } from './finding.ts';
import { examineAddress, examineMail } from './mail.ts';
import { examineOrigins } from './origins.ts';
import { examinePayments, type StripeConfig } from './payments.ts';
import { examinePolicy } from './policy.ts';
import { examineSecrets } from './secrets.ts';
import { examinePostgres } from './shared-database.ts';
import { examineVersions, sqliteVersion } from './versions.ts';
import { examineWebhookAddresses } from './webhook-addresses.ts';

export interface Patient {
  config?: string;
  settings: Omit<Settings, 'shops'>;
  shops: readonly ShopConfig[];
  /** Whose Date header our clock is compared with. */
  clock?: string;
}

const uncompared = findingsOf('clock').note(
  'Our clock was not compared with another.',
  'Name a web server whose time is right: front-desk-server doctor --clock https://shop.example',
);
const now = (): Date => new Date();

const examineFile = async (database: string): Promise<Finding[]> => [
  ...examineDisk(database),
  await examineLock(database, () => isAnswering(socketPathOf(database))),
  examineMigrations(database),
  ...examineDeadLetters(database),
];

async function askStripe(config: StripeConfig) {
  const { createStripePayments } = await import('../drivers/stripe.ts');
  return createStripePayments({ ...config, clock: () => new Date() }).check();
}

async function examineTime(
  clock: string | undefined,
  onDatabase: readonly Finding[],
): Promise<Finding[]> {
  if (clock !== undefined)
    return [await examineClock(new URL(clock).host, () => dateOf(clock), now)];
  return onDatabase.some(({ area }) => area === 'clock') ? [] : [uncompared];
}

/** Everything a doctor looks at, in the order it is told. Nothing is changed and no mail is sent. */
export async function examine({ config, settings, shops, clock }: Patient): Promise<Finding[]> {
  const { database, pepper, mail } = settings;
  const onDatabase = isPostgres(database)
    ? await examinePostgres(database, now)
    : await examineFile(database);
  const mailer = mail && createSmtpMailer({ url: mail.smtp, tls: mail.tls, from: () => mail.from });
  try {
    return [
      ...examineVersions({ node: process.versions.node, sqlite: sqliteVersion() }),
      ...onDatabase,
      ...examineSecrets({
        shops,
        ...(settings.metrics && { metrics: settings.metrics }),
        ...(settings.scanner && { scanner: settings.scanner }),
        ...(!isPostgres(database) && { database }),
        ...(config !== undefined && { config }),
        ...(pepper !== undefined && { pepper }),
      }),
      ...examineOrigins(shops),
      ...examineWebhookAddresses(shops),
      await examineMail(mailer),
      ...examineAddress(settings.address),
      ...(await examinePayments(shops, askStripe)),
      ...shops.flatMap(examinePolicy),
      ...(await examineTime(clock, onDatabase)),
    ];
  } finally {
    mailer?.close();
  }
}
