import { Policy } from '../../contract/policy.ts';
import { AnsweringSetting, BrandSetting, type SettingName } from '../../contract/settings.ts';
import type { Log, SettingRecord, SettingStore, Shop, Shops } from '../ports.ts';

type Setting = (shop: Shop) => Shop;

/** What was read of a setting; without one where this version cannot read it. */
interface Read {
  value: string;
  setting?: Setting;
}

/** The shops of the config, and over it what their admins have set; `reload` reads that anew. */
export function createSetShops(
  shops: Shops,
  store: Pick<SettingStore, 'all'>,
  log: Log,
): Shops & { reload(): Promise<void> } {
  let known = new Map<string, Map<SettingName, Read>>();
  let line = Promise.resolve();
  let waiting: Promise<void> | undefined;
  const set = (shop: Shop): Shop =>
    [...(known.get(shop.id)?.values() ?? [])].reduce(
      (so, { setting }) => (setting ? setting(so) : so),
      shop,
    );

  async function readAll(): Promise<void> {
    const found: typeof known = new Map();
    for (const record of await store.all()) {
      const { shop, name, value } = record;
      const before = known.get(shop)?.get(name);
      const read = before?.value === value ? before : readOf(record);
      found.set(shop, (found.get(shop) ?? new Map<SettingName, Read>()).set(name, read));
      // a version before or after this one has saved it: the config stands
      if (!read.setting && read !== before)
        log.error('setting_unfit', name, { shop, setting: name });
    }
    known = found;
  }

  return {
    find(id) {
      const shop = shops.find(id);
      return shop && set(shop);
    },
    all: () => shops.all().map(set),
    // one after another, or what was read first might be told last
    reload() {
      // one that has not begun will read what is there now
      if (waiting) return waiting;
      const coming = line.then(() => {
        waiting = undefined;
        return readAll();
      });
      line = coming.catch(() => undefined);
      waiting = coming;
      return coming;
    },
  };
}

const readers: Record<SettingName, (value: unknown) => Setting | undefined> = {
  policy(value) {
    const { data } = Policy.nullable().safeParse(value);
    return data === undefined
      ? undefined
      : ({ policy: _, ...shop }) => ({ ...shop, ...(data && { policy: data }) });
  },
  answering(value) {
    const { data } = AnsweringSetting.safeParse(value);
    return (
      data &&
      (({ contact, ...shop }) => ({
        ...shop,
        ...{ contact: { ...contact, hours: data.hours }, assign: data.assign },
        answerWithin: data.answerWithin,
      }))
    );
  },
  brand(value) {
    const { data } = BrandSetting.safeParse(value);
    return data && ((shop) => ({ ...shop, brand: data }));
  },
};

function readOf({ name, value }: SettingRecord): Read {
  const setting = readers[name](JSON.parse(value));
  return { value, ...(setting && { setting }) };
}
