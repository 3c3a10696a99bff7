import type { OwnWords } from '../../contract/desk.ts';
import { names } from './names.ts';
import type { Phrases } from './words.ts';

/**
 * A language with a shop's own phrases in it. Each must be of the kind that it stands for: a sentence,
 * or one for each number or day, of which those left out stay ours.
 */
export function withOwn(phrases: Phrases, own: OwnWords[string]): Phrases {
  const all: Record<string, Phrases[keyof Phrases]> = { ...phrases };
  for (const [name, phrase] of Object.entries(own)) {
    const key = names[name] ?? name;
    const ours = all[key];
    if (typeof phrase === 'string' && typeof ours === 'string') all[key] = phrase;
    else if (typeof phrase === 'object' && typeof ours === 'object')
      all[key] = { ...ours, ...phrase };
    else console.warn(`front-desk: there is no phrase "${name}" of this kind`);
  }
  return all as Phrases;
}
