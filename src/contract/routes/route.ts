import { z } from 'zod';
import type { ProblemCode } from '../problems.ts';
import { Id } from '../primitives.ts';
import { ruleProblems } from '../reasons.ts';
import type { ShopifyArea } from '../shopify.ts';
import type { StaffRole } from '../staff.ts';
import type { FileType } from '../uploads.ts';

/**
 * Who may call: anyone; a session of one of these kinds; the refresh cookie; a signed webhook; the
 * console's own page, with somebody of the shop signed in (`staff`) or not (`console`).
 */
export type Access =
  | 'anyone'
  | 'visitor'
  | 'guest'
  | 'customer'
  | 'cookie'
  | 'webhook'
  | 'console'
  | 'staff';

export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /v1; `:name` is a parameter. */
  path: string;
  summary: string;
  area: string;
  /** `guest` lets customers in as well, `visitor` anyone with a session. */
  access: Access;
  /** Of a customer: asks for a proof of who they are that is younger than ten minutes. */
  fresh?: true;
  /** Of the shop's people: this role and those above. Left out: all of them. */
  role?: Exclude<StaffRole, 'agent'>;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Also takes Shopify's webhooks of this area, told by their headers. */
  shopify?: ShopifyArea;
  /** Its body is another’s, who signs it in their own way: its handler looks at both. */
  foreign?: true;
  /** Its body is a file of one of these types. */
  takes?: readonly FileType[];
  /** How large a body may be; 32 when left out. */
  mostKiB?: number;
  /**
   * Success status to schema; null is an empty body, 'stream' an event stream, 'file' a file of the
   * types that are sent, 'csv' a table.
   */
  answers: Record<number, z.ZodType | null | 'stream' | 'file' | 'csv'>;
  /** Beyond what every route may answer. */
  problems?: readonly ProblemCode[];
  /** Needs an Idempotency-Key. */
  keyed?: true;
  /** Needs a DPoP proof: the request is signed with a key of the browser. */
  proof?: true;
}

export const byId = z.object({ id: Id });
export const byIdOrNumber = z.object({
  id: Id.describe(
    'The order’s id; or its number as printed, written as anyone would: the caller’s own order of that number',
  ),
});

/** Why a wish about an order is refused: by what the order is, or by the shop's policy. */
export const quoting = ['code_required', 'not_found', ...ruleProblems] as const;
export const confirmed = [...quoting, 'quote_changed', 'quote_expired', 'quote_invalid'] as const;

/** What any route may answer beside its own refusals. */
export const commonProblems = [
  'invalid_request',
  'shop_required',
  'shop_not_found',
  'origin_not_allowed',
  'too_many_requests',
  'internal',
  'unavailable',
] as const satisfies readonly ProblemCode[];
const signedIn = ['unauthenticated', 'shop_mismatch'] as const;
const withBody = [
  'malformed_json',
  'payload_too_large',
  'unsupported_media_type',
  'validation_failed',
] as const;
const withFile = ['file_too_large', 'file_type_refused'] as const;
const withKey = [
  'idempotency_key_missing',
  'idempotency_in_flight',
  'idempotency_key_reused',
] as const;

/** Whether nobody without a session may call. */
export const asksForSession = ({ access }: Pick<Route, 'access'>): boolean =>
  access === 'visitor' || access === 'guest' || access === 'customer';

/** Whether only the console's own page may call. */
export const isOfConsole = ({ access }: Pick<Route, 'access'>): boolean =>
  access === 'console' || access === 'staff';

/** Every code a route may answer with; a test holds the backend to it. */
export function problemsOf(route: Route): ProblemCode[] {
  return [
    ...new Set<ProblemCode>([
      ...commonProblems,
      ...(asksForSession(route) ? signedIn : []),
      ...(isOfConsole(route) ? (['header_required'] as const) : []),
      ...(route.access === 'staff' ? (['unauthenticated'] as const) : []),
      ...(route.role ? (['role_required'] as const) : []),
      ...(route.body ? withBody : []),
      ...(route.takes ? withFile : []),
      ...(route.keyed ? withKey : []),
      ...(route.proof ? (['proof_invalid'] as const) : []),
      ...(route.fresh ? (['step_up_required'] as const) : []),
      ...(route.problems ?? []),
    ]),
  ];
}
