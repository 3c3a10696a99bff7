import { learnBlend, type Blend } from './blend.ts';
import { boost } from './boosting.ts';
import { createCandidates, type Past, type Wish } from './candidates.ts';
import { createDice } from './dice.ts';
import { addScores, type Forest } from './forest.ts';
import { crowdingOf, historyOf, listsOf, type History } from './history.ts';
import { lessonsOf } from './lessons.ts';
import { cosinesOf, stepsOf } from './neighbours.ts';
import { questionsOf, shuffled, type Kind, type Question } from './questions.ts';
import { columnOf, WIDTH } from './signals.ts';
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

/** So many of the latest lists, or so small a part of all, the ranking must foresee from the rest. */
const HELD_OUT = 3000;
const LEAST_PART = 0.09;
const MOST_PART = 0.2;
/** Every seventh of them checks what the others teach. */
const CHECK = 7;
/** So many questions tell the blend. */
const BLENDED = 1500;
const CANDIDATES = 150;
/** So many candidates are learned from: they bound the memory of a build. */
const ROWS = 500_000;

/** Counts the past and learns from its last part. The same past gives the same ranking, to the bit. */
export function learn(history: History, kind: Kind): Learned {
  const dice = createDice();
  const { lists } = history;
  const part = Math.min(MOST_PART * lists, Math.max(HELD_OUT, LEAST_PART * lists));
  const held = lists - Math.floor(part);
  const gather = createCandidates(pastOf(historyOf(listsOf(history, 0, held))));
  const recent = [...listsOf(history, held)];
  const asked = (checks: boolean) =>
    shuffled(
      [
        ...questionsOf(
          recent.filter((_, at) => (at % CHECK === 0) === checks),
          kind,
          dice,
        ),
      ],
      dice,
    );
  const teaching = asked(false);
  const blend = learnBlend(teaching.slice(0, BLENDED), gather);
  const lessons = (questions: Question[], rows: number) =>
    lessonsOf(questions, { most: CANDIDATES, rows }, blend, gather, dice);
  const forest = boost(lessons(teaching, ROWS), lessons(asked(true), ROWS / CHECK));
  return { past: pastOf(history), blend, forest };
}

/** What is counted of the past. */
export function pastOf(history: History): Past {
  const cosines = cosinesOf(history);
  return {
    ...{ history, cosines },
    steps: stepsOf(history),
    regression: regressionOf(history, cosines),
    lists: history.lists,
    crowding: crowdingOf(history),
  };
}

/**
 * Best first: what may come after the context, or belong with it. Lists appended to the history meanwhile
 * count at once.
 */
export function createRanking({ past, blend, forest }: Learned) {
  const gather = createCandidates(past);
  return (wish: Omit<Wish, 'most'>): Ranked[] => {
    const { size, items, rows } = gather({ ...wish, most: CANDIDATES }, blend);
    const scores = Float64Array.from(
      { length: size },
      (_, at) => rows[at * WIDTH + columnOf.prior]!,
    );
    addScores(forest, rows, WIDTH, scores);
    return Array.from(scores, (score, at) => ({ item: items[at]!, score })).sort(
      (a, b) => b.score - a.score,
    );
  };
}
