import type { Clock, Mail, Mailer } from '../../backend/ports.ts';

/** A mail that was not sent. */
export interface KeptMail extends Mail {
  id: string;
  at: string;
}

export interface Mailbox extends Mailer {
  /** Newest first. */
  mails(): readonly KeptMail[];
  find(id: string): KeptMail | undefined;
}

const KEPT = 200;

/** Takes the place of a mail server in development: keeps the latest mails in memory. */
export function createMailbox(clock: Clock): Mailbox {
  let kept: KeptMail[] = [];
  let count = 0;
  return {
    async send(mail) {
      count += 1;
      kept = [{ ...mail, id: String(count), at: clock().toISOString() }, ...kept].slice(0, KEPT);
    },
    mails: () => kept,
    find: (id) => kept.find((mail) => mail.id === id),
  };
}
