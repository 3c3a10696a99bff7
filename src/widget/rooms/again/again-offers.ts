import type { CartLine, Reorder } from '../../../contract/reorder.ts';

/** What can be had, and how many of it are wanted. */
export interface Offer {
  /** Its name in the draft; a line of the order may be there in part, and in part something else. */
  readonly key: string;
  readonly line: CartLine;
  readonly units: number;
}

/** How many units of which offer; of what was bought all that there is, of what stands in for it none. */
export type Units = Readonly<Record<string, number>>;

export const againOffers = ({ lines }: Reorder, units: Units): Offer[] =>
  lines.map((line) => offer(line.line, line, units[line.line] ?? line.quantity));

export const insteadOffer = (line: CartLine, units: Units): Offer => {
  const key = `instead ${line.line}`;
  return offer(key, line, units[key] ?? 0);
};

/** Never more than there are now. */
const offer = (key: string, line: CartLine, units: number): Offer => ({
  ...{ key, line },
  units: Math.min(units, line.quantity),
});

/** All that was chosen. */
export const chosenOf = (reorder: Reorder, units: Units): Offer[] =>
  [
    ...againOffers(reorder, units),
    ...reorder.gone.flatMap(({ alternative }) =>
      alternative ? insteadOffer(alternative, units) : [],
    ),
  ].filter((one) => one.units > 0);

export const sumOf = (chosen: readonly Offer[]): number =>
  chosen.reduce((sum, { line, units }) => sum + line.unitPrice.amount * units, 0);
