import { evenBlend, learnBlend, type Blend } from './blend.ts';
import { boost } from './boosting.ts';
import { createCandidates, type Past, type Wish } from './candidates.ts';
import { createDice } from './dice.ts';
import { scoreOf, type Forest } from './forest.ts';
import { historyOf, listsOf, type History } from './history.ts';
import { lessonsOf } from './lessons.ts';
import { cosinesOf, stepsOf } from './neighbours.ts';
import { questionsOf, shuffled, type Kind } from './questions.ts';
import { regressionOf } from './regression.ts';

/** All a ranking knows: numbers in arrays alone, to be kept, sent and shared as they are. */
export interface Learned {
  past: Past;
  blend: Blend;
  forest: Forest;
}

export interface Ranked {
  item: number;
  score: number;
}

/** The latest part of the past is what the ranking must foresee from the rest. */
const HELD_OUT = 0.09;
/** So many questions tell the blend. */
const BLENDED = 1500;
const CANDIDATES = 150;

/** Counts the past and learns from its last part. The same past gives the same ranking, to the bit. */
export function learn(history: History, kind: Kind): Learned {
  const dice = createDice();
  const held = history.lists - Math.floor(history.lists * HELD_OUT);
  const gather = createCandidates(pastOf(historyOf(listsOf(history, 0, held))));
  const questions = shuffled([...questionsOf(listsOf(history, held), kind, dice)], dice);
  const blend =
    questions.length > 0 ? learnBlend(questions.slice(0, BLENDED), gather) : evenBlend();
  const forest = boost(lessonsOf(questions, CANDIDATES, blend, gather, dice));
  return { past: pastOf(history), blend, forest };
}

function pastOf(history: History): Past {
  const cosines = cosinesOf(history);
  return { history, steps: stepsOf(history), cosines, regression: regressionOf(history, cosines) };
}

/**
 * Best first: what may come after the context, or belong with it. Lists appended to the history meanwhile
 * count at once.
 */
export function createRanking({ past, blend, forest }: Learned) {
  const gather = createCandidates(past);
  return (wish: Omit<Wish, 'most'>): Ranked[] => {
    const { size, items, rows } = gather({ ...wish, most: CANDIDATES }, blend);
    const width = rows.length / items.length;
    return Array.from(items.subarray(0, size), (item, at) => ({
      item,
      score: scoreOf(forest, rows, at * width),
    })).sort((a, b) => b.score - a.score);
  };
}
