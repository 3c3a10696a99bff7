import { buildModel, recallModel, shortened } from '../../domain/recommendations/model.ts';
import type { Clock, LiveModel, ModelMaker, Models, RecommendationStore } from '../ports.ts';
import { createLiveModel } from './live-model.ts';
import { packed, unpacked } from './model-file.ts';
import { gather, type Sources } from './past.ts';

/** As a server has them, whose jobs see to it that they are there. */
export interface RenewedModels extends Models {
  /** Builds one where there is none, or what is there has become old. */
  renew(shop: string): Promise<void>;
}

export interface ModelParts {
  store: RecommendationStore;
  sources: Sources;
  clock: Clock;
  /** Left out: models are made at once, and whoever asks waits. */
  maker?: ModelMaker | undefined;
  /** Told of what fails while nobody waits for it. */
  failed?(error: unknown): void;
}

/** So long what is held is taken for the latest. */
const FRESH_MS = 5_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** With so large a part new, a day is too long. */
const NEW_PART = 0.1;
/** So many shops' models are held; of more, those asked for last. */
const MOST = 16;

const atOnce: ModelMaker = {
  build: async (gathered) => buildModel(gathered),
  recall: async (model) => recallModel(model),
};

export function createModels(parts: ModelParts): RenewedModels {
  const { store, sources, clock, failed = () => undefined, maker = atOnce } = parts;
  const waits = maker === atOnce;
  const held = new Map<string, { live: LiveModel; checkedAt: number }>();
  /** What is under way, by shop: nobody begins it twice. */
  const running = new Map<string, Promise<void>>();

  return {
    async of(shop) {
      const now = clock().getTime();
      const mine = held.get(shop);
      if (waits || !mine || now - mine.checkedAt >= FRESH_MS) {
        const coming = once(shop, () => refresh(shop));
        if (waits) await coming;
        else coming.catch(failed);
      }
      const found = held.get(shop);
      if (found) hold(shop, found.live, found.checkedAt);
      return found?.live;
    },
    renew: (shop) => once(shop, () => refresh(shop)).then(() => once(shop, () => renew(shop))),
  };

  function once(shop: string, work: () => Promise<void>): Promise<void> {
    const mine = running.get(shop);
    if (mine) return mine;
    const begun = work().finally(() => running.delete(shop));
    running.set(shop, begun);
    return begun;
  }

  /** Reads on, or reads what another process has built meanwhile. */
  async function refresh(shop: string): Promise<void> {
    const mine = held.get(shop)?.live;
    const builtAt = await store.builtAt(shop);
    if (builtAt === undefined || builtAt === mine?.builtAt) await mine?.catchUp();
    else await load(shop);
    const live = held.get(shop)?.live;
    if (live) hold(shop, live);
    if (waits) await renew(shop);
  }

  async function load(shop: string): Promise<void> {
    const found = await store.read(shop);
    const kept = found && unpacked(found.bytes);
    if (!found || !kept) return;
    const model = await maker.recall(kept.model);
    const live = createLiveModel(shop, found.builtAt, model, kept, sources);
    await live.catchUp();
    hold(shop, live);
  }

  async function renew(shop: string): Promise<void> {
    const now = clock();
    const live = held.get(shop)?.live;
    const isOld = !live || now.getTime() - Date.parse(live.builtAt) >= DAY_MS;
    if (!isOld && live.newPart() < NEW_PART) return;
    const builtAt = now.toISOString();
    // a model is known by its moment
    if (live && builtAt <= live.builtAt) return;
    const { gathered, ids, sale, sequence } = await gather(shop, sources);
    const model = await maker.build(gathered);
    const kept = { products: ids, sequence, ...(sale && { sale }) };
    await store.write(shop, builtAt, packed({ ...kept, model: shortened(model) }));
    hold(shop, createLiveModel(shop, builtAt, model, kept, sources));
  }

  function hold(shop: string, live: LiveModel, checkedAt = clock().getTime()): void {
    held.delete(shop);
    held.set(shop, { live, checkedAt });
    const [first] = held.keys();
    if (held.size > MOST && first !== undefined) held.delete(first);
  }
}
