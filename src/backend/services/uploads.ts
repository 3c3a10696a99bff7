import type { FileType, Upload } from '../../contract/uploads.ts';
import { later } from '../../domain/identity/identity.ts';
import { daily, DAY_HOURS } from '../../domain/uploads/allowance.ts';
import { wholePdf } from '../../domain/uploads/pdf.ts';
import { barePicture } from '../../domain/uploads/pictures.ts';
import type { Clock, Keep, ScanFile, Shop, StoredUpload, UploadStore } from '../ports.ts';
import type { CustomerCaller } from './callers.ts';
import { refuse, secondsUntil, type Refusal } from './refusal.ts';

export interface Uploads {
  /** Keeps a picture without what it tells beside what it shows, and a document as it is. */
  add(
    shop: Shop,
    caller: CustomerCaller,
    file: { type: FileType; bytes: Uint8Array },
    keep?: Keep<Upload>,
  ): Promise<Upload | Refusal<'file_not_as_said' | 'file_refused' | 'too_many_files'>>;
  /** One of the caller's own. */
  read(
    shop: Shop,
    caller: CustomerCaller,
    id: string,
  ): Promise<Awaited<ReturnType<UploadStore['read']>>>;
}

interface Ports {
  store: UploadStore;
  scan: ScanFile | undefined;
  clock: Clock;
}

const DAY = DAY_HOURS * 60 * 60;

export function createUploads({ store, scan, clock }: Ports): Uploads {
  return {
    async add(shop, { customer }, { type, bytes: told }, keep) {
      const bytes = type === 'application/pdf' ? wholePdf(told) : barePicture(type, told);
      if (!bytes) return refuse('file_not_as_said');
      if (scan && !(await scan({ type, bytes }))) return refuse('file_refused');
      const now = clock();
      const upload: StoredUpload = {
        ...{ shop: shop.id, id: `upl_${crypto.randomUUID()}`, customer, type },
        size: bytes.length,
        createdAt: now.toISOString(),
        expiresAt: later(now, DAY),
      };
      const full = await store.add(
        { ...upload, bytes },
        { ...daily, since: later(now, -DAY) },
        keep && ((kept) => keep(uploadOf(kept))),
      );
      if (!full) return uploadOf(upload);
      const until = later(full.oldest, DAY);
      return refuse('too_many_files', { retryAfter: secondsUntil(until, now) });
    },

    async read(shop, { customer }, id) {
      const found = await store.read(shop.id, id);
      return found?.customer === customer ? found : undefined;
    },
  };
}

const uploadOf = ({ id, type, size }: StoredUpload): Upload => ({ id, type, size });
