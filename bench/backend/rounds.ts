/** How long answers took, in ms. */
export type Waits = Record<'p50' | 'p99', number>;
export type Asked = Waits & { perSecond: number };

const ROUNDS = 3;

/** The middle of some rounds, after one to warm up: of what was asked, and of how long others waited. */
export async function rounds(ask: () => Promise<Asked>, read?: () => Promise<Waits>) {
  const all: Asked[] = [];
  const waits: Waits[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [told, meanwhile] = await Promise.all([ask(), read?.()]);
    if (round === 0) continue;
    all.push(told);
    if (meanwhile) waits.push(meanwhile);
  }
  const middle = (ROUNDS - 1) / 2;
  return {
    told: all.toSorted((a, b) => a.perSecond - b.perSecond)[middle]!,
    meanwhile: waits.toSorted((a, b) => a.p99 - b.p99)[middle],
  };
}
