import type { ReturnStep, StaffReturn, StaffReturnQuery } from '../../contract/inbox.ts';
import type { Return } from '../../contract/returns.ts';
import type { RuleProblem } from '../../contract/reasons.ts';
import type { StaffAction } from '../../contract/staff.ts';
import { returnOf } from '../../domain/returns/views.ts';
import type { Clock, Keep, Platform, Shop } from '../ports.ts';
import type { MovedReturn } from '../ports/changes.ts';
import { auditEntry } from './audit.ts';
import { shopperOf } from './inbox-views.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { SettlingDesk } from './settling-desk.ts';
import type { StaffCaller } from './staff-callers.ts';

/** The returns desk of the console: what the command line does, with who it was. */
export interface StaffReturns {
  list(shop: Shop, query: StaffReturnQuery): Promise<StaffReturn[]>;
  move(
    shop: Shop,
    caller: StaffCaller,
    id: string,
    step: ReturnStep,
    keep?: Keep<StaffReturn>,
  ): Promise<StaffReturn | Refusal<'not_found' | RuleProblem>>;
}

const actions = {
  approve: 'return_approved',
  refuse: 'return_refused',
  receive: 'return_received',
  inspect: 'return_inspected',
  settle: 'return_settled',
} as const satisfies Record<ReturnStep['step'], StaffAction>;

export function createStaffReturns(
  desk: SettlingDesk,
  platform: Platform,
  clock: Clock,
): StaffReturns {
  return {
    async list(shop, { state, limit }) {
      const wanted = { most: limit, ...(state && { states: [state] }) };
      const found = await desk.returns(shop, wanted);
      return Promise.all(
        found.map(async (each) => ({ return: each, ...(await beside(shop, each)) })),
      );
    },

    async move(shop, caller, id, { step, why }, keep) {
      const found = await desk.return(shop, id);
      if ('refused' in found) return refuse(found.refused);
      // no step changes it: it is read before the transaction, which has to know it
      const rest = await beside(shop, found);
      const told = (moved: MovedReturn): StaffReturn => ({
        return: returnOf(moved.return, moved.receipt),
        ...rest,
      });
      const done = { action: actions[step], subject: found.id, reason: why };
      const moved = await desk.take(shop, found.id, step, {
        ...{ why, audit: auditEntry(shop, caller, done, clock()) },
        keep: keep && ((result) => keep(told(result))),
      });
      return 'refused' in moved ? refuse(moved.refused) : told(moved);
    },
  };

  /** What the shop's people see beside it: whose it is, and what goods. */
  async function beside(shop: Shop, found: Return): Promise<Omit<StaffReturn, 'return'>> {
    const order = await platform.order(shop, found.order);
    const customer =
      order?.customer === undefined ? undefined : await platform.customer(shop, order.customer);
    const lines = new Map(order?.lines.map((line) => [line.id, line]));
    return {
      orderNumber: order?.number ?? found.number,
      with: customer ? shopperOf(customer) : { ...(order?.email && { email: order.email }) },
      lines: found.lines.flatMap(({ line: id }) => {
        const line = lines.get(id);
        if (!line) return [];
        const { product, name, picture } = line;
        return [{ line: id, product, name, ...(picture && { picture }) }];
      }),
    };
  }
}
