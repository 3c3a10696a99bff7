import type { Policy } from '../../contract/policy.ts';
import type {
  AnsweringSetting,
  PolicyPreview,
  PolicyTrial,
  SettingName,
  SettingSaved,
  ShopSettings,
} from '../../contract/settings.ts';
import { differenceLine, differencesOf } from '../../domain/settings/differences.ts';
import { explain } from '../../domain/policy/explain.ts';
import type { Bus, Clock, Platform, SettingStore, Shop, Shops } from '../ports.ts';
import { auditEntry } from './audit.ts';
import type { Able } from './offering.ts';
import { refuse, type Refusal } from './refusal.ts';
import { withShipping } from './shipping-methods.ts';
import type { StaffCaller } from './staff-callers.ts';
import { settingsTopic } from './topics.ts';

/** What admins set of their shop. */
export interface Settings {
  read(shop: Shop): Promise<ShopSettings>;
  /** `value` is what `name` holds: its route has looked at it. */
  save(
    shop: Shop,
    caller: StaffCaller,
    name: SettingName,
    wish: { version: number; value: unknown },
  ): Promise<SettingSaved | Refusal<'setting_changed_meanwhile'>>;
  reset(shop: Shop, caller: StaffCaller, name: SettingName): Promise<void>;
  preview(shop: Shop, trial: PolicyTrial): Promise<PolicyPreview | Refusal<'not_found'>>;
}

interface Ports {
  store: SettingStore;
  /** As they are set, before what their drivers cannot do is taken away. */
  shops: Shops;
  able: Able;
  platform: Platform;
  bus: Bus;
  clock: Clock;
}

/** As many orders to choose from. */
const MOST_ORDERS = 20;

export function createSettings(ports: Ports): Settings {
  const { store, shops, able, platform, bus, clock } = ports;
  const asSet = ({ id }: Shop): Shop | undefined => shops.find(id);

  return {
    async read(shop) {
      const set = asSet(shop) ?? shop;
      const saved = new Map((await store.all(shop.id)).map((each) => [each.name, each]));
      const told = (name: SettingName) => {
        const { version = 0, at, by } = saved.get(name) ?? {};
        return { version, ...(at !== undefined && { at }), ...(by !== undefined && { by }) };
      };
      return {
        ...{ shop: set.id, currency: set.currency, timeZone: set.timeZone },
        origins: [...set.origins],
        policy: { ...told('policy'), ...(set.policy && { value: set.policy }) },
        answering: { ...told('answering'), value: answeringOf(set) },
        brand: { ...told('brand'), value: set.brand ?? {} },
      };
    },

    async save(shop, caller, name, { version, value }) {
      const before = valueOf(asSet(shop) ?? shop, name);
      const changes = differencesOf(before, value);
      const detail = differenceLine(changes);
      const done = { action: 'setting_saved', subject: name, detail } as const;
      const at = clock();
      const isSaved = await store.save(
        {
          ...{ shop: shop.id, name, version: version + 1, value: JSON.stringify(value) },
          ...{ at: at.toISOString(), by: caller.name },
        },
        auditEntry(shop, caller, done, at),
      );
      if (!isSaved) return refuse('setting_changed_meanwhile');
      await renew(shop);
      return { version: version + 1, changes };
    },

    async reset(shop, caller, name) {
      const done = { action: 'setting_reset', subject: name } as const;
      await store.remove(shop.id, name, auditEntry(shop, caller, done, clock()));
      await renew(shop);
    },

    async preview(shop, { value, number }) {
      const orders = await store.newestOrders(shop.id, { most: MOST_ORDERS });
      const [order] =
        number === undefined ? orders : await store.newestOrders(shop.id, { most: 1, number });
      const held = order && (await platform.changes?.look(shop.id, order.id));
      if (!held) return refuse('not_found');
      const { policy: _, ...rest } = shop;
      const trial = able({ ...rest, ...(value && { policy: value }) });
      const told = (policy: Policy) => explain(policy, withShipping(shop, held.case), clock());
      return {
        ...{ number: order.number, orders: orders.map((each) => each.number) },
        ...(shop.policy && { before: told(shop.policy) }),
        ...(trial.policy && { after: told(trial.policy) }),
      };
    },
  };

  /** Here at once, in other processes when they hear of it. */
  async function renew(shop: Shop): Promise<void> {
    await shops.reload?.();
    await bus.publish(settingsTopic, { topic: 'settings', id: shop.id });
  }
}

const answeringOf = ({ contact, answerWithin, assign }: Shop): AnsweringSetting => ({
  hours: contact.hours ?? [],
  ...(answerWithin && { answerWithin }),
  assign: assign ?? 'by_hand',
});

function valueOf(shop: Shop, name: SettingName): unknown {
  if (name === 'policy') return shop.policy ?? null;
  return name === 'answering' ? answeringOf(shop) : (shop.brand ?? {});
}
