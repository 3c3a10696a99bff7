import type { z } from 'zod';
import type { RouteName, routes } from '../../../contract/routes.ts';
import type { commonProblems } from '../../../contract/routes/route.ts';
import type { ShopifyArea, ShopifyDelivery } from '../../../contract/shopify.ts';
import type { Shop } from '../../ports.ts';
import type { Afterwards } from '../../services/background.ts';
import type { KeepAs } from '../../services/kept-answers.ts';
import type { Refusal } from '../../services/refusal.ts';
import type { Caller, CustomerCaller, KnownCaller } from '../../services/callers.ts';
import type { StaffCaller } from '../../services/staff-callers.ts';
import type { RefreshToken } from '../../services/opened-sessions.ts';

type RouteOf<Name extends RouteName> = (typeof routes)[Name];
type Parsed<Name extends RouteName, Part extends string> =
  RouteOf<Name> extends { [Key in Part]: infer Schema extends z.ZodType }
    ? z.output<Schema>
    : undefined;
type CallerOf<Name extends RouteName> = RouteOf<Name>['access'] extends 'customer'
  ? CustomerCaller
  : RouteOf<Name>['access'] extends 'staff'
    ? StaffCaller
    : RouteOf<Name>['access'] extends 'guest'
      ? KnownCaller
      : RouteOf<Name>['access'] extends 'visitor'
        ? Caller
        : undefined;

type AreaOf<Name extends RouteName> =
  RouteOf<Name> extends { shopify: infer Area extends ShopifyArea } ? Area : undefined;

/** A request that has passed the frame: its shop is known, its parts are parsed. */
export interface Ask<Name extends RouteName> {
  shop: Shop;
  request: Request;
  params: Parsed<Name, 'params'>;
  query: Parsed<Name, 'query'>;
  /** Of a file: its type as it is said to be; the file itself is `bytes`. */
  file: RouteOf<Name> extends { takes: readonly (infer Type)[] } ? Type : undefined;
  body: AreaOf<Name> extends undefined ? Parsed<Name, 'body'> : Parsed<Name, 'body'> | undefined;
  /** In the body's place: what Shopify sent, where the route takes that. */
  shopify: AreaOf<Name> extends ShopifyArea
    ? ShopifyDelivery<AreaOf<Name>> | 'test' | undefined
    : undefined;
  /** Who calls, where the route asks for a session. */
  caller: CallerOf<Name>;
  /** Who calls, where a session is welcome but not asked for. */
  whoCalls(): Promise<Caller | undefined | Refusal<'unauthenticated' | 'shop_mismatch'>>;
  /** Where from, for limits: an address, or the network of a v6 address. */
  network: string;
  /** Has the answer kept by the write's own transaction; of a route without a key there is none. */
  keep: KeepAs<Answer<Name>> | (RouteOf<Name> extends { keyed: true } ? never : undefined);
  /** Work that shall not hold up the answer, nor tell by its time. */
  afterwards: Afterwards;
  bytes: Uint8Array;
}

/** What a handler may answer: one of the row's statuses with its body. */
export type Answer<Name extends RouteName> = AnswersOf<RouteOf<Name>['answers']>;
type AnswersOf<Answers> = {
  [Status in keyof Answers]: Status extends number ? AnswerWith<Status, Answers[Status]> : never;
}[keyof Answers];
type AnswerWith<Status extends number, Schema> = Extras & { status: Status } & (Schema extends null
    ? { body?: never }
    : Schema extends 'stream'
      ? { stream: ReadableStream<Uint8Array> }
      : Schema extends 'file' | 'csv'
        ? { file: FileAnswer }
        : Schema extends z.ZodType
          ? { body: z.output<Schema> } | { json: string }
          : never);
/** A file to be saved under this name. */
export interface FileAnswer {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}
interface Extras {
  /** The refresh token to hand out; null takes the old one away. */
  refresh?: RefreshToken | null;
  /** The cookie of somebody of the shop; null takes it away. */
  staffCookie?: { token: string; maxAge: number } | null;
  /** How others may keep it; nobody may when left out. */
  cache?: 'shared' | 'private';
}

/** What the frame needs of any answer, whatever its route. */
export interface PlainAnswer extends Extras {
  status: number;
  body?: unknown;
  /** The body, where it is JSON already. */
  json?: string;
  stream?: ReadableStream<Uint8Array>;
  file?: FileAnswer;
}

type ProblemsOf<Name extends RouteName> =
  | (typeof commonProblems)[number]
  | (RouteOf<Name> extends { proof: true } ? 'proof_invalid' : never)
  | (RouteOf<Name> extends { problems: readonly (infer Code)[] } ? Code : never);

export type Handler<Name extends RouteName> = (
  ask: Ask<Name>,
) => Promise<Answer<Name> | Refusal<Extract<ProblemsOf<Name>, Refusal['refused']>>>;

/** One handler a row of the routes table: a row too many or too few does not compile. */
export type Handlers = { [Name in RouteName]: Handler<Name> };
