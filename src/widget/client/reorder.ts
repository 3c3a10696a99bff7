import { Reorder as shape } from '../../contract/guards/reorder.ts';
import type { Reorder } from '../../contract/reorder.ts';
import { readJson, type Send } from './request.ts';

export const getReorder = async (
  send: Send,
  order: string,
  signal?: AbortSignal,
): Promise<Reorder> =>
  readJson(await send(`/orders/${encodeURIComponent(order)}/reorder`, { signal }), shape);
