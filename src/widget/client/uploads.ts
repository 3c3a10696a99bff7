import { Upload as shape } from '../../contract/guards/uploads.ts';
import type { Upload } from '../../contract/uploads.ts';
import { path, readJson, type Send } from './request.ts';

/** On a slow line a picture takes longer than any answer may. */
const PATIENCE = 120_000;

export const sendUpload = (send: Send, body: Blob, key: string): Promise<Upload> => {
  const signal = AbortSignal.timeout(PATIENCE);
  return readJson(send('/uploads', { method: 'POST', body, key, signal, endless: true }), shape);
};

export const getUpload = async (send: Send, id: string): Promise<Blob> =>
  (await send(path`/uploads/${id}`)).blob();
