import type { ConversationOwner, SessionRecord } from '../ports.ts';
import { isRefusal, type Refusal } from './refusal.ts';

/** Who calls, by the access token. */
export type Caller = VisitorCaller | KnownCaller;
/** Who may see something of an order. */
export type KnownCaller = GuestCaller | CustomerCaller;
interface AnyCaller {
  session: string;
  shop: string;
  expiresAt: string;
}
/** Somebody who has not told who they are. */
export interface VisitorCaller extends AnyCaller {
  kind: 'visitor';
}
export interface GuestCaller extends AnyCaller {
  kind: 'guest';
  order: { id: string; number: string };
}
export interface CustomerCaller extends AnyCaller {
  kind: 'customer';
  customer: string;
  verifiedAt: string;
  /** Whom the shop's own login has named. */
  subject?: string | undefined;
  /** Opens orders with this contact, whoever's they are. */
  provenEmail?: string;
}

export function callerOf(record: SessionRecord, expiresAt: string): Caller {
  const { id: session, shop } = record;
  if (record.kind === 'visitor') return { kind: 'visitor', session, shop, expiresAt };
  if (record.kind === 'guest')
    return { kind: 'guest', session, shop, expiresAt, order: record.order };
  const { customer, verifiedAt, subject, provenEmail } = record;
  return {
    ...{ kind: 'customer', session, shop, expiresAt, customer, verifiedAt, subject },
    ...(provenEmail !== undefined && { provenEmail }),
  };
}

/** Whose what they write and send is. */
export const ownerOf = (caller: Caller): ConversationOwner =>
  caller.kind === 'customer' ? { customer: caller.customer } : { session: caller.session };

/** The session of somebody who has not told who they are: what they wrote goes with them when they do. */
export function strangersSession(caller: Caller | undefined | Refusal): string | undefined {
  // a token that is over brings nothing along, and is no reason not to let them in
  if (caller === undefined || isRefusal(caller) || caller.kind === 'customer') return undefined;
  return caller.session;
}

export const ownerName = (owner: ConversationOwner): string =>
  'customer' in owner ? `customer ${owner.customer}` : `session ${owner.session}`;
