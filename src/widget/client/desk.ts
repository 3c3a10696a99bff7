import type { Desk } from '../../contract/desk.ts';
import { Desk as shape } from '../../contract/guards/desk.ts';
import { answered, readJson, type Send } from './request.ts';

export const getDesk = (send: Send, signal?: AbortSignal): Promise<Desk> =>
  readJson(send('/desk', { signal }), shape);

/** The same answer, where the loader has asked already. */
export const readDesk = (asked: Promise<Response>): Promise<Desk> =>
  readJson(answered(asked), shape);
