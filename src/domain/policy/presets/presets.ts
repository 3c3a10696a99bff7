import type { Policy } from '../../../contract/policy.ts';
import { usual } from './default.ts';
import { electronics } from './electronics.ts';
import { fashion } from './fashion.ts';
import { grocery } from './grocery.ts';
import { tauRetail } from './tau-retail.ts';

/** Policies to begin with, by the name a shop chooses them by. */
export const presets = {
  default: usual,
  fashion,
  electronics,
  grocery,
  'tau-retail': tauRetail,
} as const satisfies Record<string, Policy>;
export type PresetName = keyof typeof presets;
