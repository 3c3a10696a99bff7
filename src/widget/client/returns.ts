import { Return as shape, ReturnLabel as label } from '../../contract/guards/returns.ts';
import type { Return, ReturnLabel } from '../../contract/returns.ts';
import { path, readJson, type Send } from './request.ts';

const pathOf = (id: string) => path`/returns/${id}`;

export const getReturn = (send: Send, id: string, signal?: AbortSignal): Promise<Return> =>
  readJson(send(pathOf(id), { signal }), shape);

export const getReturnLabel = (send: Send, id: string): Promise<ReturnLabel> =>
  readJson(send(`${pathOf(id)}/label`), label);

export const cancelReturn = (send: Send, id: string, key: string): Promise<Return> =>
  readJson(send(`${pathOf(id)}/cancellation`, { method: 'POST', key }), shape);
