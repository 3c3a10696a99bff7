import type { Past } from '../../src/domain/recommendations/candidates.ts';
import { addCosines } from '../../src/domain/recommendations/ties.ts';
import { heldOf } from '../../src/domain/recommendations/context.ts';
import { createDice } from '../../src/domain/recommendations/dice.ts';
import { historyOf } from '../../src/domain/recommendations/history.ts';
import {
  questionsOf,
  type Kind,
  type Question,
} from '../../src/domain/recommendations/questions.ts';
import { createRanking, learn } from '../../src/domain/recommendations/ranking.ts';
import { columnOf } from '../../src/domain/recommendations/signals.ts';
import { createTally, SUMS } from '../../src/domain/recommendations/tally.ts';
import type { Split } from './lists.ts';

/** How near the top the right answers stand: parts of 1, over all questions. */
export interface Marks {
  questions: number;
  hits20: number;
  mrr20: number;
  ndcg10: number;
}

export interface Measured extends Marks {
  /** The same questions answered by item-item cosine alone. */
  cosine: Marks;
  /** Milliseconds. */
  build: number;
  p50: number;
  p99: number;
}

/** Learns from the one part of the lists and asks about the other, or about every nth list of it. */
export function measure({ train, test }: Split, kind: Kind, nth = 1): Measured {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number =>
    numbers.get(id) ?? (numbers.set(id, numbers.size), numbers.size - 1);
  const history = historyOf(train.map((list) => list.map(numberOf)));
  const began = performance.now();
  const learned = learn(history, kind);
  const build = performance.now() - began;
  const rank = createRanking(learned);
  const byCosine = createCosineRanking(learned.past);
  const asked = test.filter((_, at) => at % nth === 0).map((list) => list.map(numberOf));
  const places: number[] = [];
  const cosinePlaces: number[] = [];
  const times: number[] = [];
  for (const question of questionsOf(asked, kind, createDice(), 1)) {
    const from = performance.now();
    const ranked = rank(question);
    times.push(performance.now() - from);
    places.push(ranked.findIndex(({ item }) => item === question.answer));
    cosinePlaces.push(byCosine(question).indexOf(question.answer));
  }
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor(times.length * part)] ?? 0;
  return { ...marksOf(places), cosine: marksOf(cosinePlaces), build, p50: at(0.5), p99: at(0.99) };
}

/** From the places of the right answers, 0 the first, -1 not found. */
function marksOf(places: readonly number[]): Marks {
  const meanOf = (worth: (place: number) => number, first: number): number =>
    places.reduce((sum, at) => sum + (at >= 0 && at < first ? worth(at) : 0), 0) / places.length;
  return {
    questions: places.length,
    hits20: meanOf(() => 1, 20),
    mrr20: meanOf((at) => 1 / (at + 1), 20),
    ndcg10: meanOf((at) => 1 / Math.log2(at + 2), 10),
  };
}

export function createCosineRanking({ history, cosines }: Past) {
  const tally = createTally();
  return ({ context, not }: Pick<Question, 'context' | 'not'>): number[] => {
    tally.clear(history.items);
    addCosines(tally, [...heldOf(context, history.items).values()], cosines, history);
    return Array.from({ length: tally.size }, (_, at) => at)
      .filter((at) => !not?.(tally.items[at]!))
      .sort(
        (a, b) => tally.sums[b * SUMS + columnOf.cosine]! - tally.sums[a * SUMS + columnOf.cosine]!,
      )
      .map((at) => tally.items[at]!);
  };
}
