import { Policy } from '../../contract/policy.ts';
import { AnsweringSetting, BrandSetting, type SettingName } from '../../contract/settings.ts';
import type { Log, SettingRecord, SettingStore, Shop, Shops } from '../ports.ts';

type Setting = (shop: Shop) => Shop;

/** The shops of the config, and over it what their admins have set; `reload` reads that anew. */
export function createSetShops(
  shops: Shops,
  store: Pick<SettingStore, 'all'>,
  log: Log,
): Shops & { reload(): Promise<void> } {
  let settings = new Map<string, Setting[]>();
  const set = (shop: Shop): Shop =>
    (settings.get(shop.id) ?? []).reduce((known, setting) => setting(known), shop);
  return {
    find(id) {
      const shop = shops.find(id);
      return shop && set(shop);
    },
    all: () => shops.all().map(set),
    async reload() {
      const read = new Map<string, Setting[]>();
      for (const record of await store.all()) {
        const setting = settingOf(record);
        if (setting) read.set(record.shop, [...(read.get(record.shop) ?? []), setting]);
        // a version before or after this one has saved it: the config stands
        else log.error('setting_unfit', record.name, { shop: record.shop, setting: record.name });
      }
      settings = read;
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

function settingOf({ name, value }: SettingRecord): Setting | undefined {
  const read: unknown = JSON.parse(value);
  return readers[name](read);
}
