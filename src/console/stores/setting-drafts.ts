import type { SettingName } from '../../contract/settings.ts';

/** What was changed in a setting and is not saved; `version` is what it was changed from. */
export interface SettingDraft {
  version: number;
  value: unknown;
}

/** Drafts of who is in: a session that ends, a reload or a mailed link in another window loses none. */
export interface SettingDrafts {
  kept(of: SettingName): SettingDraft | undefined;
  keep(of: SettingName, draft: SettingDraft | undefined): void;
  /** They have signed out: nothing stays behind. */
  clear(): void;
}

const names = ['policy', 'answering', 'brand'] as const satisfies readonly SettingName[];

/** `whose` tells two of the shop's people apart, and two shops. */
export function createSettingDrafts(
  storage: Storage,
  whose: () => string | undefined,
): SettingDrafts {
  const keyOf = (of: SettingName) => {
    const who = whose();
    return who === undefined ? undefined : `front-desk:setting:${who}:${of}`;
  };
  const keep: SettingDrafts['keep'] = (of, draft) => {
    const key = keyOf(of);
    if (key === undefined) return;
    try {
      if (draft) storage.setItem(key, JSON.stringify(draft));
      else storage.removeItem(key);
    } catch {
      // a browser that keeps nothing: the page holds it as long as it is open
    }
  };
  return {
    kept(of) {
      const key = keyOf(of);
      if (key === undefined) return undefined;
      try {
        return draftIn(JSON.parse(storage.getItem(key) ?? 'null'));
      } catch {
        return undefined;
      }
    },
    keep,
    clear: () => names.forEach((of) => keep(of, undefined)),
  };
}

function draftIn(read: unknown): SettingDraft | undefined {
  if (typeof read !== 'object' || read === null) return undefined;
  const isDraft = 'value' in read && 'version' in read && typeof read.version === 'number';
  return isDraft ? { version: Number(read.version), value: read.value } : undefined;
}
