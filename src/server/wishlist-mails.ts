import type { Clock, Log, Mailer, Shops, Storage } from '../backend/ports.ts';
import { alertMail } from '../backend/channels/email/alert-mail.ts';
import { createBuiltinPlatform } from '../backend/platforms/builtin/builtin.ts';
import { createAlertWorker } from '../backend/services/wishlist-alerts.ts';

interface Parts {
  storage: Storage;
  shops: Shops;
  mailer: Mailer;
  clock: Clock;
  log: Log;
}

/** Who mails shoppers what they have asked to be told. */
export const wishlistMails = ({
  storage,
  ...parts
}: Parts): ((signal?: AbortSignal) => Promise<void>) =>
  createAlertWorker({
    ...parts,
    store: storage.alerts,
    platform: createBuiltinPlatform(storage, parts.clock),
    letter: alertMail,
  });
