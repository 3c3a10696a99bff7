import type { ReportKind, Resolution } from '../../../contract/actions.ts';
import type { PlainKey } from '../../locales/words.ts';

export const KINDS: Readonly<Record<ReportKind, PlainKey>> = {
  late: 'isLate',
  lost: 'isLost',
  stuck: 'isStuck',
  damaged: 'cameDamaged',
  wrong: 'notWhatOrdered',
  missing: 'isMissing',
};

export const RESOLUTIONS: Readonly<Record<Resolution, PlainKey>> = {
  resend: 'sendAgain',
  refund: 'giveMoney',
  replace: 'replaceIt',
};
