import type { Policy } from '../../contract/policy.ts';
import { presets } from '../../domain/policy/presets/presets.ts';
import type { Shop } from '../ports.ts';

/** What the shop's people go by where its shoppers settle nothing by themselves. */
export const staffPolicy = ({ policy = presets.default }: Pick<Shop, 'policy'>): Policy => policy;
