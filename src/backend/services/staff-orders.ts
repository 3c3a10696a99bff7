import type { StaffOrder } from '../../contract/staff-orders.ts';
import { staffReceiptOf } from '../../domain/changes/receipts.ts';
import { orderOf } from '../../domain/orders/views.ts';
import { explainToStaff } from '../../domain/policy/staff-explain.ts';
import type { Clock, ConversationStore, Platform, Shop } from '../ports.ts';
import { shopperOf } from './inbox-views.ts';
import { refuse, type Refusal } from './refusal.ts';
import { withShipping } from './shipping-methods.ts';
import type { StaffCaller } from './staff-callers.ts';
import { staffPolicy } from './staff-policy.ts';

/** Lists have an end; of more than this the newest are told. */
const MOST_RECEIPTS = 100;
const MOST_RETURNS = 50;
const MOST_METHODS = 50;

/** An order as the shop's people see it, with what the one who asks may do. */
export type ReadStaffOrder = (
  shop: Shop,
  caller: Pick<StaffCaller, 'role'>,
  id: string,
) => Promise<StaffOrder | Refusal<'not_found'>>;

export const createReadStaffOrder =
  (platform: Platform, clock: Clock): ReadStaffOrder =>
  async (shop, { role }, id) => {
    const { changes } = platform;
    const order = await platform.order(shop, id);
    const held = order && (await changes?.look(shop.id, id));
    if (!order || !changes || !held) return refuse('not_found');
    const [customer, methods, returns, receipts] = await Promise.all([
      order.customer === undefined ? undefined : platform.customer(shop, order.customer),
      order.customer === undefined ? [] : platform.paymentMethods(shop, order.customer),
      changes.returns(shop.id, id),
      changes.receipts(shop.id, id),
    ]);
    const of = withShipping(shop, held.case);
    const { actions, ...told } = explainToStaff(staffPolicy(shop), role, of, clock());
    return {
      order: {
        ...{ ...orderOf(order), actions },
        ...(returns.length > 0 && {
          returns: returns.slice(0, MOST_RETURNS).map((each) => each.id),
        }),
      },
      with: customer ? shopperOf(customer) : { ...(order.email && { email: order.email }) },
      ...told,
      methods: methods.slice(0, MOST_METHODS),
      receipts: receipts.slice(0, MOST_RECEIPTS).map(staffReceiptOf),
    };
  };

/** In which mails about an order are to be written, as far as its reader has ever said. */
export type ReaderLanguage = (shop: Shop, order: string) => Promise<string | null>;

export const createReaderLanguage =
  (
    platform: Pick<Platform, 'order' | 'changes'>,
    conversations: Pick<ConversationStore, 'languageOf'>,
  ): ReaderLanguage =>
  async (shop, id) => {
    const [newest] = (await platform.changes?.returns(shop.id, id)) ?? [];
    if (newest?.language !== undefined) return newest.language;
    const customer = (await platform.order(shop, id))?.customer;
    return customer === undefined ? null : conversations.languageOf(shop.id, customer);
  };
