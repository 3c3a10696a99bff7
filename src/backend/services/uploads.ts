import type { FileType, Upload } from '../../contract/uploads.ts';
import { later } from '../../domain/identity/identity.ts';
import { daily, DAY_HOURS, type Allowance } from '../../domain/uploads/allowance.ts';
import { wholePdf } from '../../domain/uploads/pdf.ts';
import { barePicture } from '../../domain/uploads/pictures.ts';
import type {
  Clock,
  ConversationStore,
  Keep,
  ScanFile,
  Shop,
  StoredUpload,
  UploadOwner,
  UploadStore,
} from '../ports.ts';
import { ownerName, ownerOf, type Caller } from './callers.ts';
import type { Limits } from './limits.ts';
import { refuse, secondsUntil, type Refusal } from './refusal.ts';
import type { StaffCaller } from './staff-callers.ts';

type File = { type: FileType; bytes: Uint8Array };
type Added = Upload | Refusal<'file_not_as_said' | 'file_refused' | 'too_many_files'>;

export interface Uploads {
  /** Keeps a picture without what it tells beside what it shows, and a document as it is. */
  add(
    shop: Shop,
    caller: Caller,
    file: File & { network: string },
    keep?: Keep<Upload>,
  ): Promise<Added>;
  /** Of somebody of the shop. */
  addOfStaff(shop: Shop, caller: StaffCaller, file: File, keep?: Keep<Upload>): Promise<Added>;
  /** One of the caller's own, or one that stands in their own conversation. */
  read(shop: Shop, caller: Caller, id: string): Promise<Awaited<ReturnType<UploadStore['read']>>>;
}

interface Ports {
  store: UploadStore;
  conversations: Pick<ConversationStore, 'read'>;
  limits: Pick<Limits, 'ofStrangersUpload'>;
  scan: ScanFile | undefined;
  clock: Clock;
}

const DAY = DAY_HOURS * 60 * 60;

export function createUploads({ store, conversations, limits, scan, clock }: Ports): Uploads {
  return {
    async add(shop, caller, { network, ...file }, keep) {
      const isKnown = caller.kind === 'customer';
      const full = isKnown ? undefined : await limits.ofStrangersUpload(network);
      return (
        full ?? put(shop, ownerOf(caller), daily[isKnown ? 'customer' : 'session'], file, keep)
      );
    },

    addOfStaff: (shop, { staff }, file, keep) => put(shop, { staff }, daily.staff, file, keep),

    async read(shop, caller, id) {
      const found = await store.read(shop.id, id);
      if (!found) return undefined;
      const { owner, conversation, note } = found;
      if (!('staff' in owner) && isTheirs(owner, caller)) return found;
      // what the shop's people keep to themselves stands in it as well
      if (conversation === undefined || note !== undefined) return undefined;
      const talk = await conversations.read(shop.id, conversation);
      return talk && isTheirs(talk.owner, caller) ? found : undefined;
    },
  };

  async function put(
    shop: Shop,
    owner: UploadOwner,
    allowance: Allowance,
    { type, bytes: told }: File,
    keep: Keep<Upload> | undefined,
  ): Promise<Added> {
    const bytes = type === 'application/pdf' ? wholePdf(told) : barePicture(type, told);
    if (!bytes) return refuse('file_not_as_said');
    if (scan && !(await scan({ type, bytes }))) return refuse('file_refused');
    const now = clock();
    const upload: StoredUpload = {
      ...{ shop: shop.id, id: `upl_${crypto.randomUUID()}`, owner, type },
      size: bytes.length,
      createdAt: now.toISOString(),
      expiresAt: later(now, DAY),
    };
    const full = await store.add(
      { ...upload, bytes },
      { ...allowance, since: later(now, -DAY) },
      keep && ((kept) => keep(uploadOf(kept))),
    );
    if (!full) return uploadOf(upload);
    const until = later(full.oldest, DAY);
    return refuse('too_many_files', { retryAfter: secondsUntil(until, now) });
  }
}

const isTheirs = (owner: Parameters<typeof ownerName>[0], caller: Caller): boolean =>
  ownerName(owner) === ownerName(ownerOf(caller));

const uploadOf = ({ id, type, size }: StoredUpload): Upload => ({ id, type, size });
