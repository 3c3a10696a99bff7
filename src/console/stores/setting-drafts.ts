import type { SettingName } from '../../contract/settings.ts';

/** What was changed in a setting and is not saved; `version` and `was` are what it was changed from. */
export interface SettingDraft {
  version: number;
  was: unknown;
  value: unknown;
}

/** Beside settings: the name of a passkey that waits for a fresh sign-in. */
export type DraftName = SettingName | 'access';

/** Drafts of who is in: a session that ends, a reload or a mailed link in another window loses none. */
export interface SettingDrafts {
  kept(of: DraftName): SettingDraft | undefined;
  keep(of: DraftName, draft: SettingDraft | undefined): void;
  /** They have signed out: nothing stays behind. */
  clear(): void;
}

const names = ['policy', 'answering', 'brand', 'access'] as const satisfies readonly DraftName[];

/** `whose` tells two of the shop's people apart, and two shops. */
export function createSettingDrafts(
  storage: Storage,
  whose: () => string | undefined,
): SettingDrafts {
  const keyOf = (of: DraftName) => {
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
  if (!('value' in read && 'was' in read && 'version' in read)) return undefined;
  const { version, was, value } = read;
  return typeof version === 'number' ? { version, was, value } : undefined;
}
