import type { Kind } from '../../src/domain/recommendations/questions.ts';
import type { Split } from './lists.ts';
import { measure, type Marks } from './measure.ts';

const percent = (part: number): string => (part * 100).toFixed(2);
const secondsOf = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

/** Prints how well, and how fast, the lists after are foreseen from the lists before. */
export function run(split: Split, kind: Kind, nth: number): void {
  const measured = measure(split, kind, nth);
  console.log(`questions ${measured.questions}, build ${secondsOf(measured.build)} s`);
  console.log(`item-item cosine alone: ${told(measured.cosine, kind)}`);
  console.log(`ms a query p50 ${measured.p50.toFixed(2)} p99 ${measured.p99.toFixed(2)}`);
  console.log(told(measured, kind));
}

export const told = ({ hits20, mrr20, ndcg10 }: Marks, kind: Kind): string =>
  kind === 'visits'
    ? `HR@20 ${percent(hits20)} MRR@20 ${percent(mrr20)}`
    : `Recall@20 ${percent(hits20)} MRR@20 ${percent(mrr20)} NDCG@10 ${percent(ndcg10)}`;
