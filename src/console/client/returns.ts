import { StaffReturn as Guard, StaffReturns } from '../../contract/guards/inbox.ts';
import type { ReturnStep, StaffReturn } from '../../contract/inbox.ts';
import { readJson, type Send } from '../../widget/client/request.ts';
import { randomId } from '../../widget/host/random-id.ts';

export async function listReturns(send: Send, signal: AbortSignal): Promise<StaffReturn[]> {
  const response = await send('/returns', { query: { limit: 100 }, signal });
  const list: { items: StaffReturn[] } = await readJson(response, StaffReturns);
  return list.items;
}

export const moveReturn = async (send: Send, id: string, step: ReturnStep): Promise<StaffReturn> =>
  readJson(
    await send(`/returns/${encodeURIComponent(id)}/steps`, {
      ...{ method: 'POST', key: randomId(), body: step },
    }),
    Guard,
  );
