import type { FileType, Upload } from '../../contract/uploads.ts';
import { isRefusal, refuse } from '../services/refusal.ts';
import type { Uploads } from '../services/uploads.ts';
import type { Handlers } from './frame/handler.ts';

const names: Readonly<Record<FileType, string>> = {
  'image/jpeg': 'picture.jpg',
  'image/png': 'picture.png',
  'image/webp': 'picture.webp',
  'application/pdf': 'document.pdf',
};

export const fileAnswer = ({
  type,
  bytes,
}: {
  type: FileType;
  bytes: Uint8Array<ArrayBuffer>;
}) => ({ status: 200 as const, file: { name: names[type], type, bytes } });

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
