import { StaffList, StaffSession } from '../../contract/guards/staff.ts';
import type { Staff, StaffSession as Session } from '../../contract/staff.ts';
import { readJson, type Send } from '../../widget/client/request.ts';
import { randomId } from '../../widget/host/random-id.ts';

export const getSession = async (send: Send): Promise<Session> =>
  readJson(await send('/session'), StaffSession);

export async function askForLink(send: Send, email: string): Promise<void> {
  await send('/links', { method: 'POST', key: randomId(), body: { email } });
}

export const giveLink = async (send: Send, token: string): Promise<Session> =>
  readJson(await send('/session', { method: 'POST', body: { token } }), StaffSession);

export const giveCode = async (send: Send, code: string): Promise<Session> =>
  readJson(await send('/session/code', { method: 'POST', body: { code } }), StaffSession);

/** Here, or everywhere. */
export async function signOut(send: Send, where: 'here' | 'everywhere'): Promise<void> {
  await send(where === 'here' ? '/session' : '/sessions', { method: 'DELETE' });
}

export async function listStaff(send: Send, signal: AbortSignal): Promise<Staff[]> {
  const list: { items: Staff[] } = await readJson(await send('', { signal }), StaffList);
  return list.items;
}
