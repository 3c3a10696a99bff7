import type { Clock, Log, Mailer } from '../backend/ports.ts';
import type { Mail } from './config/schema.ts';
import type { ShopConfig } from './config/shop-schema.ts';
import { createSmtpMailer, type SmtpMailer } from './drivers/smtp.ts';
import { holdingMails } from './held-mails.ts';
import type { ServerMeter } from './metrics/meter.ts';

interface Parts {
  log: Log;
  clock: Clock;
  meter: Pick<ServerMeter, 'mailFailed'>;
}

/**
 * The mailer of a config. A mail server that does not answer now may do so later: the log tells of
 * it at the start, and the desk opens all the same.
 */
export function mailerOf(
  mail: Mail,
  shops: readonly ShopConfig[],
  { log, clock, meter }: Parts,
): SmtpMailer & Required<Mailer> {
  const senders = new Map(shops.map((shop) => [shop.id, senderOf(mail, shop)]));
  const failed = (error: unknown) => {
    log.error('mail_check_failed', error);
    meter.mailFailed(error);
  };
  const smtp = createSmtpMailer({
    url: mail.smtp,
    tls: mail.tls,
    from: (shop) => senders.get(shop) ?? mail.from,
  });
  const mailer = holdingMails(smtp, { clock, failed });
  mailer.check().catch(failed);
  return mailer;
}

/** A bare address goes under the shop's name. */
function senderOf({ from }: Mail, { name, mailFrom = from }: ShopConfig): string {
  return mailFrom.includes('<') ? mailFrom : `"${name.replace(/["\\]/g, '')}" <${mailFrom}>`;
}
