import { atom, type ReadableAtom } from 'nanostores';
import type {
  PolicyForm,
  PolicyPreview,
  SettingName,
  SettingSaved,
  ShopSettings,
} from '../../contract/settings.ts';
import { asProblem, type Problem } from '../../widget/client/problem.ts';
import type { Send } from '../../widget/client/request.ts';
import { createRemote, type RemoteStore } from '../../widget/stores/remote.ts';
import {
  getPolicyForm,
  getSettings,
  previewPolicy,
  resetSetting,
  saveSetting,
  type PolicyJson,
} from '../client/settings.ts';

export interface SettingWork {
  busy: boolean;
  /** Of which setting the rest is told. */
  of?: SettingName;
  saved?: SettingSaved;
  problem?: Problem;
}

/** What admins set of their shop. */
export interface Settings {
  all: RemoteStore<ShopSettings>;
  form: RemoteStore<PolicyForm>;
  preview: RemoteStore<PolicyPreview>;
  $work: ReadableAtom<SettingWork>;
  /** True once it is saved: then the draft is over. What somebody saved meanwhile is read. */
  save(of: SettingName, version: number, value: unknown): Promise<boolean>;
  reset(of: SettingName): Promise<boolean>;
  /** Tries a policy on an order, a moment later. */
  attempt(value: PolicyJson | null, number?: string): void;
}

/** While somebody types nothing is tried, in ms. */
const PAUSE = 300;

export function createSettings(send: Send): Settings {
  const all = createRemote((signal) => getSettings(send, signal));
  const form = createRemote((signal) => getPolicyForm(send, signal));
  const $work = atom<SettingWork>({ busy: false });
  let trial: { value: PolicyJson | null; number?: string | undefined } = { value: null };
  const preview = createRemote((signal) => previewPolicy(send, trial, signal));
  let coming: ReturnType<typeof setTimeout> | undefined;

  async function act(of: SettingName, work: () => Promise<Partial<SettingWork>>): Promise<boolean> {
    if ($work.get().busy) return false;
    $work.set({ busy: true, of });
    try {
      const done = await work();
      await all.load();
      $work.set({ busy: false, of, ...done });
      return true;
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'setting_changed_meanwhile') await all.load();
      $work.set({ busy: false, of, problem });
      return false;
    }
  }

  return {
    ...{ all, form, preview, $work },
    save: (of, version, value) =>
      act(of, async () => ({ saved: await saveSetting(send, of, { version, value }) })),
    reset: (of) =>
      act(of, async () => {
        await resetSetting(send, of);
        return {};
      }),
    attempt(value, number) {
      trial = { value, number };
      clearTimeout(coming);
      coming = setTimeout(() => void preview.load(), PAUSE);
    },
  };
}
