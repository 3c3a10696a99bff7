import { routes, type RouteName } from '../../../contract/routes.ts';
import { isOfConsole, type Route } from '../../../contract/routes/route.ts';
import { networkOf, requestsAMinute } from '../../../domain/identity/identity.ts';
import type { BackendPorts, Shop } from '../../ports.ts';
import type { Afterwards, Background } from '../../services/background.ts';
import type { KeepAs, KeptAnswers } from '../../services/kept-answers.ts';
import { isRefusal, refuse, type Refusal } from '../../services/refusal.ts';
import { ownerName, ownerOf, type Caller } from '../../services/callers.ts';
import type { SessionCallers } from '../../services/session-callers.ts';
import { Unavailable } from '../../services/unavailable.ts';
import type { StaffCaller, StaffCallers } from '../../services/staff-callers.ts';
import { writeStaffCookie } from '../../services/staff-cookies.ts';
import { isFromShopify, type Signatures } from '../../services/signatures.ts';
import { createAdmission } from './admission.ts';
import { answerResponse } from './answer.ts';
import { readBytes } from './body.ts';
import { createFloodGate } from './floods.ts';
import type { Ask, Handlers, PlainAnswer } from './handler.ts';
import { frameHeaders } from './headers.ts';
import { allowAnyone, allowReading, isOwnPage, standingOf, type Standing } from './origin.ts';
import { readBody, readFileType, readParts, readShopify } from './parts.ts';
import { problemResponse } from './problem.ts';
import { createRefusedWebhooks } from './refused-webhooks.ts';

const KIB = 1024;
const bodyLimit = ({ mostKiB = 32 }: Route): number => mostKiB * KIB;

/** What the frame needs of the backend to let a request through. */
export interface FrameServices {
  shoppers: SessionCallers;
  staff: StaffCallers;
  answers: KeptAnswers;
  signatures: Signatures;
  background: Background;
}

export type Serve = (
  name: RouteName,
  request: Request,
  params: Record<string, string>,
) => Promise<Response>;

type Outcome = PlainAnswer | Refusal;
/** A handler as the frame calls it: the row's types have done their work by then. */
type AnyHandler = (ask: Ask<RouteName>) => Promise<Outcome>;

/** The way of every request: shop, origin, limits, caller, parts, key; then its handler. */
export function createFrame(
  ports: Pick<
    BackendPorts,
    'shops' | 'clock' | 'clientAddress' | 'log' | 'transport' | 'requestLimits'
  >,
  { shoppers, staff, answers, signatures, background }: FrameServices,
  handlers: Handlers,
): Serve {
  const { shops, clock, clientAddress, log, transport } = ports;
  const most = ports.requestLimits ?? requestsAMinute;
  const admit = createAdmission({ shoppers, staff }, clock);
  const flooded = createFloodGate(clock);
  const tellRefused = createRefusedWebhooks(clock, log);

  return async (name, request, params) => {
    const headers = frameHeaders();
    const url = new URL(request.url);
    const shop = shopOf(url.searchParams.get('shop') ?? undefined);
    if (isRefusal(shop)) {
      allowAnyone(headers);
      return problemResponse(shop, headers);
    }
    // no page of the shop's reads what its people see
    const standing = isOfConsole(routes[name]) ? ownStanding(request) : standingOf(request, shop);
    allowReading(headers, request, standing);
    const putOff: Parameters<Afterwards>[] = [];
    const afterwards: Afterwards = (...work) => void putOff.push(work);
    let outcome: Outcome;
    try {
      outcome = await pass(name, { request, url, params, shop, standing, afterwards });
      if (isRefusal(outcome) && routes[name].access === 'webhook') tellRefused(name, shop, outcome);
    } catch (error) {
      const fields = { route: name, shop: shop.id, request: headers.get('X-Request-Id')! };
      log.error('request_failed', error, fields);
      outcome =
        error instanceof Unavailable
          ? refuse('unavailable', { retryAfter: error.retryAfter })
          : refuse('internal');
    }
    for (const work of putOff) background.start(...work);
    if (isRefusal(outcome)) return problemResponse(outcome, headers);
    if (outcome.refresh !== undefined)
      transport.write(headers, request, shop, outcome.refresh?.token, outcome.refresh?.maxAge ?? 0);
    if (outcome.staffCookie !== undefined)
      writeStaffCookie(
        ...([headers, request, shop] as const),
        outcome.staffCookie?.token,
        outcome.staffCookie?.maxAge ?? 0,
      );
    return answerResponse(outcome, request, headers);
  };

  function shopOf(id: string | undefined): Shop | Refusal<'shop_required' | 'shop_not_found'> {
    return shops.find(id) ?? refuse(id === undefined ? 'shop_required' : 'shop_not_found');
  }

  async function pass(name: RouteName, given: Given): Promise<Outcome> {
    const { request, shop, standing, url } = given;
    const route: Route = routes[name];
    if (standing === 'foreign') return refuse('origin_not_allowed');
    const network = networkOf(clientAddress(request));
    const crowded = flooded(`network ${network}`, most.perNetwork);
    if (crowded) return crowded;

    if (route.access === 'cookie') {
      // only a page can hold the cookie, and a page always says where it stands
      if (standing === 'none') return refuse('origin_not_allowed');
      if (request.headers.get('x-front-desk') !== '1') return refuse('header_required');
    }
    if (isOfConsole(route) && request.headers.get('x-front-desk') !== '1')
      return refuse('header_required');
    const caller = await admit(route, shop, request);
    if (caller && isRefusal(caller)) return caller;
    const tooBusy = caller && flooded(`session ${caller.session}`, most.perSession);
    if (tooBusy) return tooBusy;

    const parts = readParts(route, { params: given.params, query: url.searchParams });
    if ('refused' in parts) return parts;
    const file = readFileType(route, request);
    if ('refused' in file) return file;
    const isRead = route.body || route.foreign || route.takes;
    const bytes = isRead ? await readBytes(request, bodyLimit(route)) : new Uint8Array();
    if ('refused' in bytes)
      return route.takes && bytes.refused === 'payload_too_large'
        ? refuse('file_too_large')
        : bytes;
    const area = isFromShopify(request) ? route.shopify : undefined;
    if (route.access === 'webhook' && !route.foreign) {
      const unsigned = await signatures.check(shop, request, bytes, area ? 'shopify' : 'own');
      if (unsigned) return unsigned;
    }
    const body = area ? readShopify(area, request, bytes) : readBody(route, request, bytes);
    if ('refused' in body) return body;

    let asked: ReturnType<SessionCallers['callerOf']> | undefined;
    const whoCalls = () => (asked ??= shoppers.callerOf(shop, request));
    const work = (keep?: KeepAs<Outcome>) => {
      const { afterwards } = given;
      const known = {
        shop,
        request,
        ...parts,
        ...body,
        ...file,
        bytes,
        caller,
        network,
        afterwards,
      };
      return (handlers[name] as AnyHandler)({ ...known, whoCalls, keep } as Ask<RouteName>);
    };
    if (!route.keyed) return work();
    const who = caller ?? (await whoCalls());
    const identity = [url.pathname, who && !isRefusal(who) ? nameOf(who, caller) : 'nobody', bytes];
    const key = request.headers.get('idempotency-key');
    return answers.once({ shop, route: name, key, request: identity }, work);
  }
}

/**
 * Not by the token, which a retry may have newer, nor a customer by the session, unless they ask for
 * one: what waited while they signed in again is still the same.
 */
const nameOf = (who: Caller | StaffCaller, caller: unknown): string =>
  who === caller && who.kind === 'customer' ? ownerName(ownerOf(who)) : who.session;

const ownStanding = (request: Request): Standing => (isOwnPage(request) ? 'none' : 'foreign');

interface Given {
  request: Request;
  url: URL;
  params: Record<string, string>;
  shop: Shop;
  standing: Standing;
  afterwards: Afterwards;
}
