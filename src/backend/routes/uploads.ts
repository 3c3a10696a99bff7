import type { FileType, Upload } from '../../contract/uploads.ts';
import type { UploadStore } from '../ports.ts';
import { isRefusal, refuse } from '../services/refusal.ts';
import type { Uploads } from '../services/uploads.ts';
import type { Handlers } from './frame/handler.ts';

const names: Readonly<Record<FileType, string>> = {
  'image/jpeg': 'picture.jpg',
  'image/png': 'picture.png',
  'image/webp': 'picture.webp',
  'application/pdf': 'document.pdf',
};

const fileAnswer = ({
  type,
  name = names[type],
  bytes,
}: {
  type: FileType;
  name?: string | undefined;
  bytes: Uint8Array<ArrayBuffer>;
}) => ({ status: 200 as const, file: { name, type, bytes } });

const told = (body: Upload) => ({ status: 201 as const, body });

export const uploadRoutes = (uploads: Uploads): Pick<Handlers, 'createUpload' | 'getUpload'> => ({
  async createUpload({ shop, caller, file: type, bytes, network, keep }) {
    const upload = await uploads.add(shop, caller, { type, bytes, network }, keep(told));
    return isRefusal(upload) ? upload : told(upload);
  },

  async getUpload({ shop, caller, params }) {
    const found = await uploads.read(shop, caller, params.id);
    if (!found) return refuse('not_found');
    return fileAnswer(found);
  },
});

export const inboxUploadRoutes = (
  uploads: Uploads,
  store: Pick<UploadStore, 'read'>,
): Pick<Handlers, 'createInboxUpload' | 'getInboxPicture'> => ({
  async createInboxUpload({ shop, caller, file: type, bytes, keep }) {
    const upload = await uploads.addOfStaff(shop, caller, { type, bytes }, keep(told));
    return isRefusal(upload) ? upload : told(upload);
  },

  async getInboxPicture({ shop, params }) {
    const found = await store.read(shop.id, params.id);
    return found ? fileAnswer(found) : refuse('not_found');
  },
});
