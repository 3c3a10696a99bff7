import { atom, type ReadableAtom } from 'nanostores';
import type { Placement } from '../../contract/placements.ts';
import type { RecommendationList } from '../../contract/recommendations.ts';
import {
  dismissProduct,
  listRecommendations,
  undismissProduct,
} from '../client/recommendations.ts';
import { newKey } from '../client/wishes.ts';
import { objects } from '../host/consent.ts';
import { dismissedOf } from '../host/dismissed.ts';
import type { Ground } from './ground.ts';
import { createRemotes } from './remotes.ts';
import type { RemoteStore } from './remote.ts';

/** What may suit whoever is here. */
export interface Picks {
  /** `product`: what it goes with, ids between commas. */
  strip(placement: Placement, product?: string): RemoteStore<RecommendationList>;
  /** May what they did lead there? Where the shop asks for consent, once they are known with it. */
  mayLead(): boolean;
  /** Not for them, since it was shown: it stays where it was, so that it can be taken back. */
  readonly $gone: ReadableAtom<ReadonlySet<string>>;
  /** `unwanted`, or wanted after all. */
  judge(product: string, unwanted: boolean): void;
}

export function createPicks({ send, session, config, page, keep }: Ground): Picks {
  const dismissed = dismissedOf(config.api, config.shop);
  const $gone = atom<ReadonlySet<string>>(new Set());
  const read = createRemotes<RecommendationList>({ keep });
  const mayLead = () =>
    page.signals ? page.signals.personal : !(objects() || page.getAttribute?.('consent'));
  return {
    $gone,
    mayLead,
    strip(placement, product = '') {
      const history = mayLead() ? undefined : 'no';
      return read(`${placement} ${product} ${history}`, (signal) => {
        const not = dismissed.ids().join();
        return listRecommendations(send, { placement, product, not, history }, signal);
      });
    },
    judge(product, unwanted) {
      const gone = new Set($gone.get());
      if (unwanted) gone.add(product);
      else gone.delete(product);
      $gone.set(gone);
      dismissed[unwanted ? 'add' : 'remove'](product);
      if (session.$session.get().kind !== 'customer') return;
      const told = unwanted
        ? dismissProduct(send, product, newKey())
        : undismissProduct(send, product);
      // the device knows it in any case
      told.catch(console.error);
    },
  };
}
