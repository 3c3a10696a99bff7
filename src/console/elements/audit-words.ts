import type { SettingName } from '../../contract/settings.ts';
import type { AuditEntry, StaffAction } from '../../contract/staff.ts';
import { changesIn } from '../stores/setting-changes.ts';
import type { Say } from '../words/say.ts';
import { changeLine, type SettingSaying } from './setting-words.ts';

/** What an entry is about: where that is looked at, and its name. */
export interface About {
  href?: string;
  name?: string;
  /** What else is kept of it, in words. */
  more?: string;
  /** Of a setting, field by field. */
  changes?: readonly string[];
}

type Kind = 'conversation' | 'return' | 'order' | 'setting';

const settings = ['policy', 'answering', 'brand'] as const satisfies readonly SettingName[];

const kinds: Readonly<Partial<Record<StaffAction, Kind>>> = {
  ...{ replied: 'conversation', noted: 'conversation', assigned: 'conversation' },
  ...{ tagged: 'conversation', prioritized: 'conversation', closed: 'conversation' },
  ...{ reopened: 'conversation', snoozed: 'conversation', act_undone: 'conversation' },
  ...{ return_approved: 'return', return_refused: 'return', return_received: 'return' },
  ...{ return_inspected: 'return', return_settled: 'return' },
  ...{ order_cancelled: 'order', order_edited: 'order', return_made: 'order' },
  ...{ order_change_undone: 'order', setting_saved: 'setting', setting_reset: 'setting' },
};

/** The codes that are kept, as people say them; what is no code stays as it was written. */
export function aboutOf(
  { action, subject, detail }: AuditEntry,
  say: Say,
  saying: SettingSaying | undefined,
): About {
  const kind = kinds[action];
  const at = (room: string) => `#${room}/${encodeURIComponent(subject ?? '')}`;
  if (subject === undefined || !kind) return detail === undefined ? {} : { more: detail };
  switch (kind) {
    case 'conversation':
      return {
        ...{ href: at('inbox'), name: say.text('conversation') },
        ...(detail !== undefined && { more: ofTalk(action, detail, say) }),
      };
    case 'return':
      return {
        ...{ href: at('returns'), name: say.text('returnOne') },
        ...(detail !== undefined && { more: detail }),
      };
    case 'order': {
      const [number = '', ...codes] = detail?.split(' · ') ?? [];
      const more = codes.map((code) => ofOrder(code, say)).join(' · ');
      return { href: at('order'), name: say.text('order', { number }), ...(more && { more }) };
    }
    case 'setting':
      return {
        ...{ href: at('settings'), name: say.has(subject) ? say.text(subject) : subject },
        ...(detail !== undefined && ofSetting(subject, detail, saying)),
      };
  }
}

function ofSetting(subject: string, detail: string, saying: SettingSaying | undefined): About {
  const of = settings.find((each) => each === subject);
  if (!of || !saying) return { more: detail };
  const { changes, isWhole } = changesIn(detail);
  const lines = changes.map((each) => changeLine(saying, of, each));
  return { changes: isWhole ? lines : [...lines, '…'] };
}

/** Why it was done, and what of the policy that left behind. */
function ofOrder(code: string, say: Say): string {
  const word = [`why_${code}`, `limit_${code}`].find((each) => say.has(each));
  return word !== undefined && say.has(word) ? say.text(word) : code;
}

function ofTalk(action: StaffAction, detail: string, say: Say): string {
  if (action === 'prioritized' && say.has(detail)) return say.text(detail);
  const isInstant = action === 'snoozed' && !Number.isNaN(Date.parse(detail));
  return isInstant ? say.moment(detail) : detail;
}
