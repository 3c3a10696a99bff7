import type { Desk } from '../../contract/desk.ts';
import { Desk as shape } from '../../contract/guards/desk.ts';
import { readJson, type Send } from './request.ts';

export const getDesk = (send: Send, signal?: AbortSignal, via?: typeof fetch): Promise<Desk> =>
  readJson(send('/desk', { signal, via }), shape);
