// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { ProductSummary } from './parts.ts';

export const ProductPage: Shape = { items: [ProductSummary] };
