import { Return as shape, ReturnLabel as label } from '../../contract/guards/returns.ts';
import type { Return, ReturnLabel } from '../../contract/returns.ts';
import { readJson, type Send } from './request.ts';

const pathOf = (id: string) => `/returns/${encodeURIComponent(id)}`;

export const getReturn = async (send: Send, id: string, signal?: AbortSignal): Promise<Return> =>
  readJson(await send(pathOf(id), { signal }), shape);

export const getReturnLabel = async (send: Send, id: string): Promise<ReturnLabel> =>
  readJson(await send(`${pathOf(id)}/label`), label);

export const cancelReturn = async (send: Send, id: string, key: string): Promise<Return> =>
  readJson(await send(`${pathOf(id)}/cancellation`, { method: 'POST', key }), shape);
