import type { MarkKind } from '../../domain/news/row-news.ts';
import type { Classification } from './schema.ts';

/** What decides which of two tellings counts, and what was told before its order was there. */
export interface NewsTables {
  row_marks: RowMarksTable;
  told_sendings: ToldSendingsTable;
  carrier_news: CarrierNewsTable;
}

/** Both only ever grow, so that the order of arrival does not matter: a row is there when its version is the greater. */
export interface RowMarksTable {
  shop_id: string;
  /** Of variants those that are with no product have a mark: the newest telling that listed them. */
  kind: MarkKind | 'variant';
  id: string;
  /** The newest telling of the row; empty when none said when it became so. */
  version: string;
  /** The newest telling that it is gone; empty when nobody said so. */
  gone: string;
}

/** Sendings told by themselves, the newest telling of each. */
export interface ToldSendingsTable {
  shop_id: string;
  order_id: string;
  id: string;
  version: string;
  /** The ShipmentRows of its parcels. */
  body: string;
}

/** Every carrier's news, for parcels that come or come back later. */
export interface CarrierNewsTable {
  shop_id: string;
  number_key: string;
  /** Empty when the news named no order. */
  order_key: string;
  news_key: string;
  /** A TrackingUpdate. */
  body: string;
  expires_at: string;
}

export const newsColumns: Classification<NewsTables> = {
  row_marks: { shop_id: 'none', kind: 'none', id: 'personal', version: 'none', gone: 'none' },
  told_sendings: {
    shop_id: 'none',
    order_id: 'personal',
    id: 'personal',
    version: 'none',
    body: 'personal',
  },
  carrier_news: {
    shop_id: 'none',
    number_key: 'personal',
    order_key: 'personal',
    news_key: 'personal',
    body: 'personal',
    expires_at: 'none',
  },
};
