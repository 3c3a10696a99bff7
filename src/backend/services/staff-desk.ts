import type { StaffRole } from '../../contract/staff.ts';
import { emailKey } from '../../domain/identity/lookup-keys.ts';
import type { Clock, Shop, StaffRecord, StaffStore } from '../ports.ts';
import type { Audit } from './audit.ts';
import { newId } from './secrets.ts';

type No<Code> = { refused: Code };

/** Who works at a shop; there is nobody until somebody is added. */
export interface StaffDesk {
  add(
    shop: Shop,
    who: { email: string; name: string; role: StaffRole },
  ): Promise<StaffRecord | No<'known_already'>>;
  all(shop: Shop): Promise<StaffRecord[]>;
  /** Their sessions end at once. */
  remove(shop: Shop, email: string): Promise<StaffRecord | No<'not_found'>>;
  /** For somebody who has lost their app and passkeys: the next link sets up others. */
  reset(shop: Shop, email: string): Promise<StaffRecord | No<'not_found'>>;
}

const MOST = 1000;

export function createStaffDesk({
  store,
  audit,
  clock,
}: {
  store: StaffStore;
  audit: Audit;
  clock: Clock;
}): StaffDesk {
  const named = async (
    shop: Shop,
    email: string,
    work: (staff: StaffRecord) => Promise<void>,
  ): Promise<StaffRecord | No<'not_found'>> => {
    const staff = await store.byEmail(shop.id, emailKey(email));
    if (!staff) return { refused: 'not_found' };
    await work(staff);
    return staff;
  };
  return {
    async add(shop, { email, name, role }) {
      const staff: StaffRecord = {
        ...{ shop: shop.id, id: newId(), email: emailKey(email), name, role },
        ...{ addedAt: clock().toISOString(), isEnrolled: false },
      };
      if (!(await store.add(staff))) return { refused: 'known_already' };
      await audit(shop, 'server', { action: 'added', subject: staff.id, detail: name });
      return staff;
    },

    all: (shop) => store.all(shop.id, MOST),

    remove: (shop, email) =>
      named(shop, email, async ({ id, name }) => {
        await store.remove(shop.id, id);
        await audit(shop, 'server', { action: 'removed', subject: id, detail: name });
      }),

    reset: (shop, email) =>
      named(shop, email, async ({ id, name }) => {
        await store.resetSecret(shop.id, id);
        await audit(shop, 'server', { action: 'second_factor_reset', subject: id, detail: name });
      }),
  };
}
