import * as guards from '../../contract/guards/passkeys.ts';
import { StaffSession } from '../../contract/guards/staff.ts';
import type {
  Passkey,
  PasskeyAnswer,
  PasskeyCreationOptions,
  PasskeyRegistration,
  PasskeyRequestOptions,
} from '../../contract/passkeys.ts';
import type { StaffSession as Session } from '../../contract/staff.ts';
import { readJson, type Send } from '../../widget/client/request.ts';

const at = (id: string): string => `/passkeys/${encodeURIComponent(id)}`;

export const askForPasskey = async (send: Send): Promise<PasskeyRequestOptions> =>
  readJson(
    await send('/session/passkey/options', { method: 'POST' }),
    guards.PasskeyRequestOptions,
  );

export const answerPasskey = async (send: Send, body: PasskeyAnswer): Promise<Session> =>
  readJson(await send('/session/passkey', { method: 'POST', body }), StaffSession);

export const offerPasskey = async (send: Send): Promise<PasskeyCreationOptions> =>
  readJson(await send('/passkeys/options', { method: 'POST' }), guards.PasskeyCreationOptions);

export const addPasskey = async (send: Send, body: PasskeyRegistration): Promise<Session> =>
  readJson(await send('/passkeys', { method: 'POST', body }), StaffSession);

export async function listPasskeys(send: Send, signal: AbortSignal): Promise<Passkey[]> {
  const response = await send('/passkeys', { signal });
  const list: { items: Passkey[] } = await readJson(response, guards.PasskeyList);
  return list.items;
}

export async function renamePasskey(send: Send, id: string, name: string): Promise<void> {
  await send(at(id), { method: 'PUT', body: { name } });
}

export async function removePasskey(send: Send, id: string): Promise<void> {
  await send(at(id), { method: 'DELETE' });
}
