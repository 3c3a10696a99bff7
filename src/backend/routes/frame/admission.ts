import { asksForSession, type Route } from '../../../contract/routes/route.ts';
import { isFresh } from '../../../domain/identity/identity.ts';
import { mayAs } from '../../../domain/staff/staff.ts';
import type { Clock, Shop } from '../../ports.ts';
import type { Caller } from '../../services/callers.ts';
import { isRefusal, refuse, type Refusal } from '../../services/refusal.ts';
import type { SessionCallers } from '../../services/session-callers.ts';
import type { StaffCaller, StaffCallers } from '../../services/staff-callers.ts';

/** Who calls, where the route asks for somebody; refused where it asks for somebody else. */
export type Admit = (
  route: Route,
  shop: Shop,
  request: Request,
) => Promise<Caller | StaffCaller | undefined | Refusal>;

export function createAdmission(
  { shoppers, staff }: { shoppers: SessionCallers; staff: StaffCallers },
  clock: Clock,
): Admit {
  return (route, shop, request) =>
    route.access === 'staff' ? staffFor(route, shop, request) : callerFor(route, shop, request);

  /** Who of the shop a route asks for. */
  async function staffFor(
    { role }: Route,
    shop: Shop,
    request: Request,
  ): Promise<StaffCaller | Refusal<'unauthenticated' | 'role_required'>> {
    const caller = await staff.callerOf(shop, request);
    if (!caller) return refuse('unauthenticated');
    return role && !mayAs(caller.role, role) ? refuse('role_required') : caller;
  }

  /** The session a route asks for; none where it asks for none. */
  async function callerFor(
    { access, fresh }: Route,
    shop: Shop,
    request: Request,
  ): Promise<
    | Caller
    | undefined
    | Refusal<'unauthenticated' | 'shop_mismatch' | 'code_required' | 'step_up_required'>
  > {
    if (!asksForSession({ access })) return undefined;
    const caller = (await shoppers.callerOf(shop, request)) ?? refuse('unauthenticated');
    if (isRefusal(caller)) return caller;
    if (access === 'customer' && caller.kind === 'guest') return refuse('code_required');
    if (access !== 'visitor' && caller.kind === 'visitor') return refuse('code_required');
    const isStale = fresh && caller.kind === 'customer' && !isFresh(caller, clock());
    return isStale ? refuse('step_up_required') : caller;
  }
}
