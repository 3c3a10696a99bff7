import type { Hours } from '../../contract/desk.ts';
import type { ConversationRecord } from './conversations.ts';
import { closesAt, nextOpening } from './hours.ts';

const MINUTE = 60_000;
/** Hours that leave room for nothing end the count all the same. */
const MOST_STRETCHES = 1000;

/** Within how many minutes of its hours a shop means to answer: at first, and from then on. */
export interface AnswerWithin {
  first: number;
  next: number;
}

interface Shop {
  answerWithin?: AnswerWithin | undefined;
  contact: { hours?: readonly Hours[] | undefined };
  timeZone: string;
}

/** By when what is asked now is to be answered. Who asks again while they wait waits no longer for it. */
export function answerDue(
  { askedAt, dueAt, staff }: ConversationRecord,
  at: string,
  { answerWithin, contact, timeZone }: Shop,
): string | undefined {
  if (askedAt !== undefined) return dueAt;
  if (!answerWithin) return undefined;
  const minutes = staff === undefined ? answerWithin.first : answerWithin.next;
  return opened(new Date(at), minutes * MINUTE, contact.hours ?? [], timeZone).toISOString();
}

/** So much of the hours later. */
function opened(from: Date, ms: number, hours: readonly Hours[], timeZone: string): Date {
  let [at, left] = [from, ms];
  for (let nth = 0; nth < MOST_STRETCHES; nth++) {
    at = nextOpening(at, hours, timeZone) ?? at;
    const closes = closesAt(at, hours, timeZone);
    const open = closes === undefined ? Infinity : closes.getTime() - at.getTime();
    if (left <= open) return new Date(at.getTime() + left);
    left -= open;
    at = closes!;
  }
  return at;
}
