import type { Clock, Mailer } from '../backend/ports.ts';
import { isOfSignIn } from './drivers/mail-failure.ts';
import type { SmtpMailer } from './drivers/smtp.ts';

/**
 * Minutes until the sign-in is tried again. The first time it may have been a whim of the server's; after
 * that seldom, as a mail server locks an account after a few in a quarter of an hour.
 */
const WAITS = [1, 10] as const;
const MINUTE = 60_000;

interface Parts {
  clock: Clock;
  /** Told of each sign-in that was tried again in vain. */
  failed(error: unknown): void;
}

interface Held {
  failure: unknown;
  until: number;
  /** How often the sign-in has been tried again. */
  tries: number;
}

/**
 * The same mailer, which holds all mails back once its sign-in is not taken: if each signed in anew, the
 * mail server would lock the account. From time to time one sign-in, without a mail, is tried for all.
 * Each process finds it out by itself: what it costs grows with the processes, not with the mails.
 */
export function holdingMails(
  mailer: SmtpMailer,
  { clock, failed }: Parts,
): SmtpMailer & Required<Mailer> {
  let held: Held | undefined;
  let trying: Promise<boolean> | undefined;

  const hold = (failure: unknown, tries: number) => {
    const minutes = WAITS[tries] ?? WAITS.at(-1)!;
    held = { failure, tries, until: clock().getTime() + minutes * MINUTE };
  };
  async function watched(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      // several may have been signing in at once: they are one try
      if (!held && isOfSignIn(error)) hold(error, 0);
      throw error;
    }
  }
  async function tryAgain({ tries }: Held): Promise<boolean> {
    try {
      await mailer.check();
      held = undefined;
      return true;
    } catch (error) {
      hold(error, tries + 1);
      failed(error);
      return false;
    }
  }
  async function ready(): Promise<boolean> {
    if (!held) return true;
    if (clock().getTime() < held.until) return false;
    trying ??= tryAgain(held).finally(() => (trying = undefined));
    return trying;
  }

  return {
    ...mailer,
    ready,
    async send(mail) {
      if (!(await ready()) && held) throw held.failure;
      await watched(() => mailer.send(mail));
    },
    check: () => watched(() => mailer.check()),
  };
}
