import type { ReturnStep, StaffReturn, StaffReturnQuery } from '../../contract/inbox.ts';
import type { Return } from '../../contract/returns.ts';
import type { RuleProblem } from '../../contract/reasons.ts';
import type { StaffAction } from '../../contract/staff.ts';
import type { Platform, Shop } from '../ports.ts';
import type { Audit } from './audit.ts';
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
  audit: Audit,
): StaffReturns {
  return {
    async list(shop, { state, limit }) {
      const wanted = { most: limit, ...(state && { states: [state] }) };
      const found = await desk.returns(shop, wanted);
      return Promise.all(found.map((each) => told(shop, each)));
    },

    async move(shop, caller, id, { step, why }) {
      const moved = await desk.move(shop, id, step, why);
      if ('refused' in moved) return refuse(moved.refused);
      const done = { action: actions[step], subject: moved.id, reason: why };
      await audit(shop, caller, done);
      return told(shop, moved);
    },
  };

  async function told(shop: Shop, found: Return): Promise<StaffReturn> {
    const order = await platform.order(shop, found.order);
    const customer =
      order?.customer === undefined ? undefined : await platform.customer(shop, order.customer);
    const lines = new Map(order?.lines.map((line) => [line.id, line]));
    return {
      return: found,
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
