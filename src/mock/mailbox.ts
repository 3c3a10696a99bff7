import type { Mail, Mailer } from '../backend/ports.ts';

/** What the shop would have sent, newest last. */
export interface Mailbox {
  list(): readonly Mail[];
  /** The last six-digit code sent to this address. */
  code(to: string): string | undefined;
  /** Calls back at every mail from now on; the answer stops that. */
  onMail(listener: (mail: Mail) => void): () => void;
  clear(): void;
}

export function createMailbox(): Mailbox & { mailer: Mailer } {
  const mails: Mail[] = [];
  const listeners = new Set<(mail: Mail) => void>();
  return {
    list: () => mails,
    code: (to) => mails.findLast((mail) => mail.to === to)?.text.match(/\b\d{6}\b/)?.[0],
    onMail(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear: () => void mails.splice(0),
    mailer: {
      async send(mail) {
        mails.push(mail);
        for (const listener of listeners) listener(mail);
      },
    },
  };
}
