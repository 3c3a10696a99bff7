import * as guards from '../../contract/guards/settings.ts';
import type {
  PolicyForm,
  PolicyPreview,
  SettingName,
  SettingSaved,
  ShopSettings,
} from '../../contract/settings.ts';
import { readJson, type Send } from '../../widget/client/request.ts';

/** A policy in JSON: whether it is one is the backend's to say. */
export type PolicyJson = Readonly<Record<string, unknown>>;

export const getSettings = async (send: Send, signal: AbortSignal): Promise<ShopSettings> =>
  readJson(await send('/settings', { signal }), guards.ShopSettings);

export const getPolicyForm = async (send: Send, signal: AbortSignal): Promise<PolicyForm> =>
  readJson(await send('/settings/policy/form', { signal }), guards.PolicyForm);

export const previewPolicy = async (
  send: Send,
  body: { value: PolicyJson | null; number?: string | undefined },
  signal: AbortSignal,
): Promise<PolicyPreview> =>
  readJson(
    await send('/settings/policy/preview', { method: 'POST', body, signal }),
    guards.PolicyPreview,
  );

export const saveSetting = async (
  send: Send,
  name: SettingName,
  body: { version: number; value: unknown },
): Promise<SettingSaved> =>
  readJson(await send(`/settings/${name}`, { method: 'PUT', body }), guards.SettingSaved);

export async function resetSetting(send: Send, name: SettingName): Promise<void> {
  await send(`/settings/${name}`, { method: 'DELETE' });
}
