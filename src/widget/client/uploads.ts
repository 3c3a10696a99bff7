import { path, type Send } from './request.ts';

export const getUpload = async (send: Send, id: string): Promise<Blob> =>
  (await send(path`/uploads/${id}`)).blob();
