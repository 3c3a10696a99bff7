import { conversationMail } from '../backend/channels/email/conversation-mail.ts';
import { reminderMail } from '../backend/channels/email/reminder-mail.ts';
import type { BackendPorts, Bus, Clock, Log, Mailer, Shops, Storage } from '../backend/ports.ts';
import { createBuiltinPlatform } from '../backend/platforms/builtin/builtin.ts';
import { createMailUnseen, type MailUnseen } from '../backend/services/conversation-mails.ts';
import { createLimits } from '../backend/services/limits.ts';
import { createMoneyWorker, type MoneyWorker } from '../backend/services/money.ts';
import {
  createMakeLabel,
  createSweepLabels,
  type SweepLabels,
} from '../backend/services/return-labels.ts';
import { createRemind, type Remind } from '../backend/services/return-reminders.ts';
import type { Keyring } from '../backend/services/secrets.ts';
import { createSentReminders } from '../backend/services/sent-reminders.ts';
import { createSettlingDesk } from '../backend/services/settling-desk.ts';
import { settlingAskOf, type SettlingAsk } from './admin/settling-questions.ts';

interface Parts extends Required<Pick<BackendPorts, 'payments' | 'labels'>> {
  storage: Storage;
  /** Absent: nobody is reminded of anything. */
  mailer: Mailer | undefined;
  keyring: Keyring;
  shops: Shops;
  bus: Bus;
  clock: Clock;
  log: Log;
}

/** Who moves the money, asks for labels and reminds of returns by itself, and whom the shop's people talk to. */
export function createSettling({ storage, payments, labels, mailer, keyring, ...parts }: Parts): {
  worker: MoneyWorker;
  sweepLabels: SweepLabels;
  remind: Remind | undefined;
  mailUnseen: MailUnseen | undefined;
  ask: SettlingAsk;
} {
  const { money, changes, uploads, conversations } = storage;
  const platform = createBuiltinPlatform(storage, parts.clock);
  const limits = createLimits(storage.limits, keyring, parts.clock);
  const makeLabel = createMakeLabel({ platform, labels, ...parts });
  return {
    worker: createMoneyWorker({ money, changes, payments, ...parts }),
    sweepLabels: createSweepLabels(changes, parts.shops, makeLabel),
    remind:
      mailer &&
      createRemind({
        ...{ changes, platform, limits, mailer, letter: reminderMail, ...parts },
        sentReminders: createSentReminders(storage.limits, keyring, parts.clock),
      }),
    mailUnseen:
      mailer &&
      createMailUnseen({
        ...{ store: conversations, platform, limits, mailer, letter: conversationMail },
        ...parts,
      }),
    ask: settlingAskOf(createSettlingDesk({ changes, uploads, makeLabel, ...parts }), parts.shops),
  };
}
