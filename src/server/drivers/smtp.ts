import { once } from 'node:events';
import { createTransport } from 'nodemailer';
import type { Mail, Mailer } from '../../backend/ports.ts';
import { mailFailureOf } from './mail-failure.ts';

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
  // a check takes no signal
  const cut = once(closing.signal, 'abort').then(() =>
    Promise.reject(new Error('The mailer closes')),
  );
  cut.catch(() => undefined);
  return {
    async send({ shop, to, subject, text, html }: Mail) {
      const sender = from(shop);
      await named(
        () =>
          transport.sendMail({
            from: sender,
            // As an object: a comma in an address must not make two recipients of it.
            to: { name: '', address: to },
            subject,
            text,
            html,
            headers: { 'Auto-Submitted': 'auto-generated' },
            signal: closing.signal,
          }),
        addressIn(sender),
      );
    },
    check: () => named(() => Promise.race([transport.verify(), cut])),
    close() {
      closing.abort();
      transport.close();
    },
  };
}

async function named(act: () => Promise<unknown>, sender?: string): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw mailFailureOf(error, sender);
  }
}

/** Of `"Alder" <desk@alder.example>`, or as it stands. */
const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
