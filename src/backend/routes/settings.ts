import { policySchema } from '../../contract/policy-schema.ts';
import { presets } from '../../domain/policy/presets/presets.ts';
import { isRefusal } from '../services/refusal.ts';
import type { Settings } from '../services/settings.ts';
import type { Handlers } from './frame/handler.ts';

export function settingRoutes(
  settings: Settings,
): Pick<
  Handlers,
  | 'getSettings'
  | 'getPolicyForm'
  | 'previewPolicy'
  | 'savePolicy'
  | 'saveAnswering'
  | 'saveBrand'
  | 'resetSetting'
> {
  // made when somebody asks: no shopper does
  let form: { schema: Record<string, unknown>; presets: typeof presets } | undefined;
  return {
    getSettings: async ({ shop }) => ({ status: 200, body: await settings.read(shop) }),

    async getPolicyForm() {
      form ??= { schema: { ...policySchema() }, presets };
      return { status: 200, body: form };
    },

    async previewPolicy({ shop, body }) {
      const preview = await settings.preview(shop, body);
      return isRefusal(preview) ? preview : { status: 200, body: preview };
    },

    async savePolicy({ shop, caller, body }) {
      const saved = await settings.save(shop, caller, 'policy', body);
      return isRefusal(saved) ? saved : { status: 200, body: saved };
    },

    async saveAnswering({ shop, caller, body }) {
      const saved = await settings.save(shop, caller, 'answering', body);
      return isRefusal(saved) ? saved : { status: 200, body: saved };
    },

    async saveBrand({ shop, caller, body }) {
      const saved = await settings.save(shop, caller, 'brand', body);
      return isRefusal(saved) ? saved : { status: 200, body: saved };
    },

    async resetSetting({ shop, caller, params }) {
      await settings.reset(shop, caller, params.name);
      return { status: 204 };
    },
  };
}
