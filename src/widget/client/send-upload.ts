import { Upload as shape } from '../../contract/guards/uploads.ts';
import type { Upload } from '../../contract/uploads.ts';
import { sendTelling } from './progress.ts';
import { readJson, type Send } from './request.ts';

/** On a slow line a picture takes longer than any answer may. */
const PATIENCE = 120_000;

/** How a file is sent: by its own key however often, told how far it is, until it is called off. */
export interface Sending {
  key: string;
  stop: AbortSignal;
  /** 0 to 1; at 1 it is there, and looked at. */
  tell(part: number): void;
}

export const sendUpload = (
  send: Send,
  body: Blob,
  { key, stop, tell }: Sending,
): Promise<Upload> => {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(PATIENCE)]);
  const ask = { method: 'POST', body, key, signal, endless: true, via: sendTelling(tell) } as const;
  return readJson(send('/uploads', ask), shape);
};
