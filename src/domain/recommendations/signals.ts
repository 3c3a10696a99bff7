/**
 * What speaks for an item after those a shopper looked at or put into a basket (the context), counted from
 * the past. "Lists" are the latest that share items with the context. None has a weight here: what each is
 * worth is learned from the shop's own past.
 */
export const counted = [
  /** Lists with it, each worth the rarity and lateness of what it shares with the context. */
  'company',
  /** The same, the less the further it stood from what they share. */
  'near',
  /** As `near`, the less the older the list. */
  'fresh',
  /** Lists that share several items of the context, for each beyond the first. */
  'agreement',
  /** How often it came after the last item, 1 / distance; the same, the less the older. */
  'next',
  'nextFresh',
  /** How often it came before the last item, 1 / distance. */
  'before',
  /** How often it came after the item before the last, 1 / distance. */
  'afterPrevious',
  /** Chances to come after, and before, each item of the context, later ones counting more. */
  'ahead',
  'behind',
  /** The cosine with the last item, and the sum over all. */
  'cosineLast',
  'cosine',
  /** The highest cosine with any, and the sum of their squares: one strong tie, not many loose ones. */
  'closest',
  'ties',
  /** The sum of the chances to be in a list with each. */
  'chance',
  /** What a regression on all of the context says of it. */
  'told',
  /** Where walks of two steps between neighbours end from the last item, from all, and of three. */
  'walkLast',
  'walk',
  'walkOn',
] as const;

/** What is known of a candidate besides. */
export const known = [
  /** What candidates are chosen by: see Blend. */
  'prior',
  /** Its part of all `near`, and of all `next` the last item could have. */
  'nearPart',
  'nextPart',
  /** Events it has, and how many lists ago the latest, the 4th, the 16th and the 64th was. */
  'count',
  'age',
  'age4',
  'age16',
  'age64',
  /** Places since it stood in the context itself, or -1, and how often it stands there. */
  'back',
  'repeats',
  /** Of the context: how long, how many different items, and how often its last was seen. */
  'length',
  'different',
  'lastCount',
] as const;

type Signal = (typeof counted)[number] | (typeof known)[number];
/** How many signals a candidate's row has: those counted, then those known. */
export const WIDTH = counted.length + known.length;

/** Where each signal stands in a row. */
export const columnOf = Object.fromEntries(
  [...counted, ...known].map((name, at) => [name, at]),
) as Record<Signal, number>;
