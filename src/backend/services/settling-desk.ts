import type { Receipt } from '../../contract/quotes.ts';
import type { Return, ReturnState } from '../../contract/returns.ts';
import type { RuleProblem } from '../../contract/reasons.ts';
import { receiptOf } from '../../domain/changes/receipts.ts';
import { returnOf } from '../../domain/returns/views.ts';
import type { AuditRecord, Bus, Clock, Keep, Shop, UploadStore } from '../ports.ts';
import type {
  ChangeStore,
  MovedReturn,
  RefundRefusal,
  ReviewRefusal,
  StoredReturn,
  Written,
} from '../ports/changes.ts';
import { publishOrders } from './order-hints.ts';
import type { MakeLabel } from './return-labels.ts';
import { staffPolicy } from './staff-policy.ts';

/** States to which the shop's people take a return. */
export const shopsSteps = {
  approve: 'approved',
  refuse: 'refused',
  receive: 'received',
  inspect: 'inspected',
  settle: 'settled',
} as const satisfies Record<string, ReturnState>;
export type ShopsStep = keyof typeof shopsSteps;

interface ReturnsWanted {
  states?: readonly ReturnState[];
  /** Only those that wait for a label nobody could make. */
  withoutLabel?: boolean;
  most: number;
}

type No<Code> = { refused: Code };

/** What the shop's own people do about returns, and about what waits for their word. */
export interface SettlingDesk {
  /** The oldest first. */
  returns(shop: Shop, wanted: ReturnsWanted): Promise<Return[]>;
  /** By its id, or its number as printed. */
  return(shop: Shop, named: string): Promise<Return | No<'not_found'>>;
  move(
    shop: Shop,
    named: string,
    step: ShopsStep,
    why?: string,
  ): Promise<Return | No<'not_found' | RuleProblem>>;
  /** The same, told as the step alone has left it: the label of one that is agreed to comes after. */
  take(
    shop: Shop,
    named: string,
    step: ShopsStep,
    how: {
      why?: string | undefined;
      audit?: AuditRecord;
      keep?: Keep<MovedReturn> | undefined;
    },
  ): Promise<MovedReturn | No<'not_found' | RuleProblem>>;
  /** A file that a shopper sent. */
  upload(shop: Shop, id: string): Promise<SentUpload | No<'not_found'>>;
  /** Cancellations, edits and reports that wait, the oldest first. */
  reviews(shop: Shop, most: number): Promise<Receipt[]>;
  review(
    shop: Shop,
    receipt: string,
    agreed: boolean,
  ): Promise<Receipt | No<'not_found' | ReviewRefusal>>;
  /** With refunds that the shop has to move by hand, the oldest first. */
  refunds(shop: Shop, most: number): Promise<Receipt[]>;
  /** Those of a receipt have been moved. */
  refunded(shop: Shop, receipt: string): Promise<Receipt | No<'not_found' | RefundRefusal>>;
}

type SentUpload = NonNullable<Awaited<ReturnType<UploadStore['read']>>>;

interface Ports {
  changes: ChangeStore;
  uploads: UploadStore;
  makeLabel: MakeLabel | undefined;
  bus: Bus;
  clock: Clock;
}

export function createSettlingDesk(ports: Ports): SettlingDesk {
  const { changes, uploads, makeLabel, bus, clock } = ports;
  const find = async (shop: Shop, named: string): Promise<StoredReturn | undefined> =>
    (await changes.return(shop.id, named)) ?? changes.returnNumbered(shop.id, named);

  async function told(shop: Shop, stored: StoredReturn): Promise<Return> {
    const receipts = await changes.receipts(shop.id, stored.order);
    return returnOf(
      stored,
      receipts.find(({ id }) => id === stored.receipt)!,
    );
  }

  const take: SettlingDesk['take'] = async (shop, named, step, { why, ...how }) => {
    const found = await find(shop, named);
    if (!found) return { refused: 'not_found' };
    const moved = await changes.moveReturn(shop, found.id, shopsSteps[step], {
      ...{ at: clock(), by: 'shop', policy: staffPolicy(shop), ...how },
      ...(why !== undefined && { why }),
    });
    if (!moved) return { refused: 'not_found' };
    if ('refused' in moved) return { refused: moved.refused };
    await publishOrders(bus, shop, [moved.order]);
    if (step === 'approve') await makeLabel?.(shop, found.id);
    return moved;
  };

  async function done<Code>(
    shop: Shop,
    written: Written | No<Code> | undefined,
  ): Promise<Receipt | No<'not_found' | Code>> {
    if (!written) return { refused: 'not_found' };
    if ('refused' in written) return written;
    await publishOrders(bus, shop, [written.order]);
    return receiptOf(written.receipt);
  }

  return {
    async returns(shop, wanted) {
      const found = await changes.returnsIn(shop.id, wanted);
      return Promise.all(found.map((each) => told(shop, each)));
    },

    async return(shop, named) {
      const found = await find(shop, named);
      return found ? told(shop, found) : { refused: 'not_found' };
    },

    async move(shop, named, step, why) {
      const moved = await take(shop, named, step, { why });
      if ('refused' in moved) return moved;
      return told(shop, (await changes.return(shop.id, moved.return.id)) ?? moved.return);
    },

    take,

    async upload(shop, id) {
      return (await uploads.read(shop.id, id)) ?? { refused: 'not_found' };
    },

    async reviews(shop, most) {
      return (await changes.reviews(shop.id, most)).map(receiptOf);
    },

    async review(shop, receipt, agreed) {
      return done(shop, await changes.review(shop, receipt, agreed, clock()));
    },

    async refunds(shop, most) {
      return (await changes.refunds(shop.id, most)).map(receiptOf);
    },

    async refunded(shop, receipt) {
      return done(shop, await changes.refunded(shop, receipt, clock()));
    },
  };
}
