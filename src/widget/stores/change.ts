import type { SolvedTask } from '../../contract/event-names.ts';
import type { Quote, Receipt } from '../../contract/quotes.ts';
import { Problem } from '../client/problem.ts';
import type { Send } from '../client/request.ts';
import type { Ground } from './ground.ts';
import { createRemote, type RemoteStore } from './remote.ts';
import { createProven } from './step-up.ts';

/** How one kind of change is asked for: first what it would come to, then that it be done. */
export interface Write<Request> {
  /** What the shopper has settled by themselves once it is done. */
  readonly task: SolvedTask;
  quote(send: Send, order: string, request: Request, signal: AbortSignal): Promise<Quote>;
  confirm(
    send: Send,
    order: string,
    request: Request & { quote: string },
    key: string,
  ): Promise<Receipt>;
}

const client = () => import('../client/changes.ts');

/** At a path, by what the change is of. Its requests come with the first of them. */
export const writeAt = <Request extends object>(
  task: SolvedTask,
  pathOf: (id: string) => string,
): Write<Request> => ({
  task,
  quote: async (send, id, ...asked) => (await client()).quoteChange(send, pathOf(id), ...asked),
  confirm: async (send, id, ...asked) => (await client()).makeChange(send, pathOf(id), ...asked),
});

/** What a confirmation came to. A problem that none of these tells is thrown. */
export type Confirmed =
  | { is: 'done'; receipt: Receipt }
  /** A code is needed first; what was agreed to waits for it. */
  | { is: 'unproven' }
  /** Nothing was done: the sums are others than those that were shown, or none were. */
  | { is: 'changed' };

/** A change of one order that is on its way to be agreed to. */
export interface Change<Request> {
  readonly quote: RemoteStore<Quote>;
  /** What it comes to, as the shopper sees it: after a failure nothing, until it is known again. */
  shown(): Quote | undefined;
  /** What another wish would come to, to choose between them; of the same wish the same one each time. */
  otherwise(request: Request): RemoteStore<Quote>;
  /** What is wished for by now: another wish is quoted anew. Undefined: nothing yet. */
  wish(request: Request | undefined): void;
  /** Until what it comes to is known, or cannot be; the `current` wish may be another by then. */
  settled(current: () => Request | undefined): Promise<void>;
  /** Does it as it was shown. */
  confirm(): Promise<Confirmed>;
  /** Was it waiting for a proof, and is there one now? It waits no more either way. */
  taken(): boolean;
  /** There is a network again. */
  retry(): void;
}

/** The changes of one kind, by order; the same one each time. */
export const createChanges =
  <Request>(write: Write<Request>) =>
  (ground: Ground): ((order: string) => Change<Request>) => {
    const changes = new Map<string, Change<Request>>();
    ground.keep({
      retry() {
        for (const { retry } of changes.values()) retry();
      },
      reset() {
        for (const { wish } of changes.values()) wish(undefined);
        changes.clear();
      },
    });
    return (order) => {
      const known = changes.get(order) ?? createChange(ground, order, write);
      changes.set(order, known);
      return known;
    };
  };

const STALE: ReadonlySet<string> = new Set<Problem['code']>([
  'quote_changed',
  'quote_expired',
  'quote_invalid',
]);

function createChange<Request>(
  ground: Ground,
  order: string,
  write: Write<Request>,
): Change<Request> {
  const { send } = ground;
  let wished: Request | undefined;
  /** What the quote that is shown answers. */
  let answered: Request | undefined;
  /** The quote that there was has gone from sight: what was asked after it failed. */
  let isLost = false;
  let reading: Promise<void> | undefined;
  const granted = createProven(ground, (body: Request & { quote: string }, key) =>
    write.confirm(send, order, body, key),
  );
  /** By the wish, as JSON. */
  const quotes = new Map<string, RemoteStore<Quote>>();
  function otherwise(request: Request): RemoteStore<Quote> {
    const name = JSON.stringify(request);
    const known =
      quotes.get(name) ?? createRemote((signal) => write.quote(send, order, request, signal));
    quotes.set(name, known);
    return known;
  }
  const quote = createRemote(async (signal) => {
    const request = wished!;
    const one = otherwise(request);
    await one.load();
    const state = one.$state.get();
    if (!signal.aborted) isLost = state.is === 'failed';
    if (state.is === 'failed') throw state.problem;
    if (!signal.aborted) answered = request;
    return state.value!;
  });
  const shown = () => (isLost ? undefined : quote.$state.get().value);

  const load = () => (reading = quote.load());

  /** The quote to go by, or undefined where the shopper has not seen what it comes to. */
  async function agreed(): Promise<Quote | undefined> {
    const { is, value } = quote.$state.get();
    const before = shown();
    // whoever has just chosen who pays knows that; the sum is to be the one they have seen
    const seen = answered === wished ? sumsOf : withoutMethods;
    if (is === 'loading') await reading;
    else if (is !== 'ready' || isOver(value)) await load();
    const state = quote.$state.get();
    if (state.is === 'failed') throw state.problem;
    const { value: good } = state;
    const isAgreed = good && (before ? seen(good) === seen(before) : isFree(good));
    return isAgreed ? good : undefined;
  }

  function wish(request: Request | undefined): void {
    if (JSON.stringify(request) === JSON.stringify(wished)) return;
    wished = request;
    granted.forget();
    isLost &&= !!request;
    if (!request) return quote.reset();
    const { value: known } = otherwise(request).$state.get();
    if (!known || isOver(known)) return void load();
    answered = request;
    isLost = false;
    quote.put(known);
  }

  return {
    quote,
    shown,
    otherwise,
    wish,
    async settled(current) {
      wish(current());
      while (quote.$state.get().is === 'loading') {
        await reading;
        wish(current());
      }
    },
    async confirm() {
      const request = wished!;
      const good = await agreed();
      if (!good || request !== wished) return { is: 'changed' };
      let receipt: Receipt | undefined;
      try {
        receipt = await granted.grant({ ...request, quote: good.id });
      } catch (error) {
        if (!(error instanceof Problem && STALE.has(error.code))) throw error;
        quotes.clear();
        await load();
        return { is: 'changed' };
      }
      if (!receipt) return { is: 'unproven' };
      quotes.clear();
      ground.tell({ type: 'solved', task: write.task });
      return { is: 'done', receipt };
    },
    taken: () => !!granted.taken(),
    retry() {
      // first: it reads one of the others, which is then under way
      if (quote.$state.get().is === 'failed') void load();
      for (const one of quotes.values()) one.retry();
    },
  };
}

/** What a shopper agrees to: how much, how, and whether the shop looks at it first. */
const sumsOf = ({ sums, moves, review }: Pick<Quote, 'sums' | 'moves' | 'review'>): string =>
  JSON.stringify([sums, moves, review]);
const withoutMethods = ({ sums, moves, review }: Quote): string =>
  JSON.stringify([sums, moves.map(({ amount, state }) => [amount, state]), review]);

const isOver = ({ expiresAt }: Quote): boolean => Date.parse(expiresAt) <= Date.now();

/** What costs nothing need not be shown first, whether or not the shop then looks at it. */
const isFree = ({ sums, moves }: Quote): boolean => !sums.length && !moves.length;
