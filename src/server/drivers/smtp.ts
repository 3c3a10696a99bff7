import { createTransport } from 'nodemailer';
import type { Mail, Mailer } from '../../backend/ports.ts';

export interface SmtpOptions {
  /** smtp:// or smtps://, user and password included. */
  url: string;
  /** required: a server that is not on this machine must speak TLS. */
  tls: 'required' | 'optional';
  /** Who a shop's mail is from. */
  from(shop: string): string;
  /** How long each step may take, in ms. */
  patience?: number;
}

export interface SmtpMailer extends Mailer {
  /** Connects and signs in without sending; rejects as send() does. */
  check(): Promise<void>;
  /** Breaks off what is under way: those mails are `unreachable`. */
  close(): void;
}

/**
 * Why a mail was not sent. `unreachable` may pass and can be tried again; `refused` will not: the
 * server did not want our sign-in, our sender or this recipient.
 */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  readonly code: 'unreachable' | 'refused';
  constructor(code: 'unreachable' | 'refused', cause: unknown) {
    super(
      code === 'unreachable'
        ? 'The mail server cannot be reached'
        : 'The mail server refused the mail',
      { cause },
    );
    this.code = code;
  }
}

const PATIENCE = 10_000;

/** Mail over SMTP: a small pool of connections, kept open between mails. */
export function createSmtpMailer({ url, tls, from, patience = PATIENCE }: SmtpOptions): SmtpMailer {
  const { hostname } = new URL(url);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    requireTLS: tls === 'required' && !local,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const closing = new AbortController();
  return {
    async send({ shop, to, subject, text, html }: Mail) {
      await named(() =>
        transport.sendMail({
          from: from(shop),
          // As an object: a comma in an address must not make two recipients of it.
          to: { name: '', address: to },
          subject,
          text,
          html,
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: closing.signal,
        }),
      );
    },
    check: () => named(() => transport.verify()),
    close() {
      closing.abort();
      transport.close();
    },
  };
}

async function named(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw new MailFailure(isOutage(error) ? 'unreachable' : 'refused', error);
  }
}

/** Codes of 4xx mean "not now" in SMTP, 5xx "not ever"; without a code the line itself broke. */
function isOutage(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (responseCode !== undefined) return responseCode < 500;
  return code === undefined || !['EAUTH', 'EENVELOPE', 'ETLS'].includes(code);
}
