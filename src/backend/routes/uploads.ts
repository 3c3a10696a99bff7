import type { Upload, UploadType } from '../../contract/uploads.ts';
import { isRefusal, refuse } from '../services/refusal.ts';
import type { Uploads } from '../services/uploads.ts';
import type { Handlers } from './frame/handler.ts';

const endings: Readonly<Record<UploadType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

export const pictureAnswer = ({
  type,
  bytes,
}: {
  type: UploadType;
  bytes: Uint8Array<ArrayBuffer>;
}) => ({ status: 200 as const, file: { name: `picture.${endings[type]}`, type, bytes } });

const told = (body: Upload) => ({ status: 201 as const, body });

export const uploadRoutes = (uploads: Uploads): Pick<Handlers, 'createUpload' | 'getUpload'> => ({
  async createUpload({ shop, caller, file: type, bytes, keep }) {
    const upload = await uploads.add(shop, caller, { type, bytes }, keep(told));
    return isRefusal(upload) ? upload : told(upload);
  },

  async getUpload({ shop, caller, params }) {
    const found = await uploads.read(shop, caller, params.id);
    if (!found) return refuse('not_found');
    return pictureAnswer(found);
  },
});
