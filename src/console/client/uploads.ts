import { Upload as shape } from '../../contract/guards/uploads.ts';
import type { Upload } from '../../contract/uploads.ts';
import { sendTelling } from '../../widget/client/progress.ts';
import { readJson, type Send } from '../../widget/client/request.ts';

/** How a file is sent: by its own key however often, told how far it is, until it is called off. */
export interface Sending {
  key: string;
  signal: AbortSignal;
  tell(part: number): void;
}

export const sendFile = (
  send: Send,
  body: Blob,
  { key, signal, tell }: Sending,
): Promise<Upload> => {
  const ask = { method: 'POST', body, key, signal, endless: true, via: sendTelling(tell) } as const;
  return readJson(send('/uploads', ask), shape);
};
