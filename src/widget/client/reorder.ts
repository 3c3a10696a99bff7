import { Reorder as shape } from '../../contract/guards/reorder.ts';
import type { Reorder } from '../../contract/reorder.ts';
import { path, readJson, type Send } from './request.ts';

export const getReorder = (send: Send, order: string, signal?: AbortSignal): Promise<Reorder> =>
  readJson(send(path`/orders/${order}/reorder`, { signal }), shape);
