// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';

export const Device: Shape = {};
export const SessionEntry: Shape = { id: 'string', device: Device, current: 'boolean' };
export const SessionList: Shape = { items: [SessionEntry] };
