import { problems, type ProblemCode } from '../../contract/problems.ts';
import type { Answer } from '../admin/settling-questions.ts';
import { CommandFailure, exits } from './terminal.ts';

/** What was asked for; a no ends the command with a sentence. */
export function valueOf<Value extends object>(answer: Answer<Value>): Value {
  if (!('refused' in answer)) return answer;
  const { refused } = answer;
  throw new CommandFailure(
    sentences[refused] ?? refused,
    isWish(refused) ? exits.usage : exits.failed,
  );
}

const isWish = (refused: string): boolean =>
  refused === 'shop_required' || refused === 'shop_not_found';

/** What the shop's people read of a no. */
const sentences: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(problems).map(([code, [, detail]]) => [code as ProblemCode, detail]),
  ),
  shop_required: 'There are several shops. Name one with --shop.',
  shop_not_found: 'There is no shop of this name in the config.',
  not_found: 'There is no such thing in this shop. Look at the list for its id.',
  known_already: 'Somebody has this address already. Look at staff list.',
  return_moved_on: 'The return cannot go there from where it is. Look at it with returns show.',
  review_over: 'Nothing waits for your word there any more.',
  order_changed: 'The order is another by now. Refuse it, and let the shopper ask again.',
  insufficient_balance: 'What was to pay for it is used up. Refuse it.',
  nothing_to_refund: 'No refund of this receipt waits for your hand.',
  variant_unavailable: 'What was asked for is sold out by now. Refuse it.',
};
