/** Who comes next: whoever has had no turn yet, then whoever had one longest ago. */
export interface Turns {
  /** Those who wait, in the order of their turns; of anybody else nothing is remembered. */
  order<Waiting>(waiting: readonly Waiting[], nameOf: (each: Waiting) => string): Waiting[];
  take(name: string): void;
}

export function createTurns(): Turns {
  let turns = new Map<string, number>();
  let given = 0;
  return {
    order(waiting, nameOf) {
      turns = new Map(waiting.map(nameOf).map((name) => [name, turns.get(name) ?? 0]));
      return waiting.toSorted((one, other) => turns.get(nameOf(one))! - turns.get(nameOf(other))!);
    },
    take: (name) => void turns.set(name, (given += 1)),
  };
}
