import type { StaffAction, StaffRole } from '../../contract/staff.ts';
import { emailKey } from '../../domain/identity/lookup-keys.ts';
import type { Clock, Shop, StaffRecord, StaffStore } from '../ports.ts';
import { auditEntry } from './audit.ts';
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

export function createStaffDesk({ store, clock }: { store: StaffStore; clock: Clock }): StaffDesk {
  const entry = (shop: Shop, action: StaffAction, { id, name }: StaffRecord) =>
    auditEntry(shop, 'server', { action, subject: id, detail: name }, clock());
  const named = async (
    shop: Shop,
    email: string,
    work: (staff: StaffRecord) => Promise<boolean>,
  ): Promise<StaffRecord | No<'not_found'>> => {
    const staff = await store.byEmail(shop.id, emailKey(email));
    return staff && (await work(staff)) ? staff : { refused: 'not_found' };
  };
  return {
    async add(shop, { email, name, role }) {
      const staff: StaffRecord = {
        ...{ shop: shop.id, id: newId(), email: emailKey(email), name, role },
        ...{ addedAt: clock().toISOString(), isEnrolled: false },
      };
      const isAdded = await store.add(staff, entry(shop, 'added', staff));
      return isAdded ? staff : { refused: 'known_already' };
    },

    all: (shop) => store.all(shop.id, MOST),

    remove: (shop, email) =>
      named(shop, email, (staff) => store.remove(shop.id, staff.id, entry(shop, 'removed', staff))),

    reset: (shop, email) =>
      named(shop, email, (staff) =>
        store.resetSecret(shop.id, staff.id, entry(shop, 'second_factor_reset', staff)),
      ),
  };
}
