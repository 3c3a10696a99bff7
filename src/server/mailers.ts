import type { Log } from '../backend/ports.ts';
import type { Mail } from './config/schema.ts';
import type { ShopConfig } from './config/shop-schema.ts';
import { createSmtpMailer, type SmtpMailer } from './drivers/smtp.ts';

/**
 * The mailer of a config. A mail server that does not answer now may do so later: the log tells of
 * it at the start, and the desk opens all the same.
 */
export function mailerOf(mail: Mail, shops: readonly ShopConfig[], log: Log): SmtpMailer {
  const senders = new Map(shops.map((shop) => [shop.id, senderOf(mail, shop)]));
  const mailer = createSmtpMailer({
    url: mail.smtp,
    tls: mail.tls,
    from: (shop) => senders.get(shop) ?? mail.from,
  });
  mailer.check().catch((error: unknown) => log.error('mail_check_failed', error));
  return mailer;
}

/** A bare address goes under the shop's name. */
function senderOf({ from }: Mail, { name, mailFrom = from }: ShopConfig): string {
  return mailFrom.includes('<') ? mailFrom : `"${name.replace(/["\\]/g, '')}" <${mailFrom}>`;
}
