import type { TemplateResult } from 'lit/html.js';
import type { Product } from '../../contract/products.ts';
import type { Say } from '../locales/words.ts';
import type { Desk } from '../stores/desk.ts';
import { createProducts } from '../stores/products.ts';
import { bone, failedPart } from './absent.ts';

/** A product, or what stands in its place until it is there; `bones` is the class of those. */
export function productOf(
  { desk, words }: { desk: Desk; words: Say },
  id: string,
  bones: string,
): { product: Product } | { instead: TemplateResult } {
  const { $state, load } = desk.use(createProducts)(id);
  const { is, value } = $state.get();
  if (value) return { product: value };
  return {
    instead: is === 'failed' ? failedPart('variantsFailed', load, words) : bone(bones, words),
  };
}
