import { isDeepStrictEqual } from 'node:util';
import { bentAfter, bentBefore, type Bent } from './bent-writes.ts';
import { readOrder } from './reading.ts';
import { straight, type Act, type Play, type Scene } from './replay.ts';
import type { Wish } from './shopper.ts';
import { addressWish, isOfOrder, wishOf } from './wishes.ts';

type Tried = Pick<Act, 'tried' | 'faults'>;

/** Each write with every bent one beside it; the task's own end state shows that none had an effect. */
export const mutated: Play = async (scene) => {
  const { shopper, task, action } = scene;
  if (action.expect_error !== undefined) return straight(scene);
  if (!isOfOrder(action))
    return action.args.user_id === task.user_id
      ? twice(scene, addressWish(action.args))
      : straight(scene);
  const order = await readOrder(shopper, action.args.order_id);
  const wish = order && wishOf(action, order);
  const early = wish && (await shopper.quote(wish));
  if (!early || early.refused) return straight(scene);
  const before = verdictOf(action.name, await bentBefore(scene, action, order, wish));
  const act = await twice(scene, wish);
  // the same address may be told again: nothing comes of it
  const isRepeatable = action.name === 'modify_pending_order_address';
  const bent = isRepeatable ? [] : await bentAfter(scene, action, wish, early.id);
  return { told: act.told, ...sumOf([before, act, verdictOf(action.name, bent)]) };
};

/** The write itself, and once more with its key; with that key nothing else is taken. */
async function twice({ stage, shopper, action }: Scene, wish: Wish): Promise<Act> {
  const key = crypto.randomUUID();
  const quote = wish.quoted ? await shopper.quote(wish) : undefined;
  if (quote?.refused) return { told: quote, tried: 0, faults: [] };
  const nobody = await stage.nobody.confirm(wish, quote?.id, crypto.randomUUID());
  const told = await shopper.confirm(wish, quote?.id, key);
  const same = await shopper.confirm(wish, quote?.id, key);
  const other = await shopper.confirm(wish, `${quote?.id}x`, key);
  const isSame = isDeepStrictEqual(same, told);
  return {
    told,
    ...sumOf([
      { tried: 1, faults: isSame ? [] : [`${action.name}, its key again: another answer`] },
      verdictOf(action.name, [
        { how: 'nobody', told: nobody, codes: ['unauthenticated'] },
        {
          ...{ how: 'its key with another quote', told: other },
          codes: [wish.quoted ? 'idempotency_key_reused' : 'validation_failed'],
        },
      ]),
    ]),
  };
}

function verdictOf(name: string, bent: readonly Bent[]): Tried {
  const faults = bent.flatMap(({ how, told: { refused }, codes }) =>
    refused && codes.includes(refused)
      ? []
      : [`${name}, ${how}: ${refused ?? 'done'}, not ${codes.join(' or ')}`],
  );
  return { tried: bent.length, faults };
}

const sumOf = (all: readonly Tried[]): Tried => ({
  tried: all.reduce((sum, { tried }) => sum + tried, 0),
  faults: all.flatMap(({ faults }) => faults),
});
