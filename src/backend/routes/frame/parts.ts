import type { z } from 'zod';
import type { Route } from '../../../contract/routes/route.ts';
import { shopifyTopics, type ShopifyArea } from '../../../contract/shopify.ts';
import type { FileType } from '../../../contract/uploads.ts';
import { refuse, type Refusal } from '../../services/refusal.ts';
import { isJson, parseJson } from './body.ts';
import { faultsOf } from './pointers.ts';
import { textFaultIn } from './text-faults.ts';

/** What every route takes beside its own query. */
const everywhere = new Set(['shop']);

export interface Parts {
  params: unknown;
  query: unknown;
}

/** Path and query by the row's schemas. A write refuses what it does not know, a read ignores it. */
export function readParts(
  route: Route,
  given: { params: Record<string, string>; query: URLSearchParams },
): Parts | Refusal<'invalid_request'> {
  const query = Object.fromEntries([...given.query].filter(([name]) => !everywhere.has(name)));
  if (route.method !== 'get') {
    const strange = Object.keys(query).filter((name) => !(name in (route.query?.shape ?? {})));
    if (strange.length)
      return refuse('invalid_request', {
        errors: strange
          .slice(0, 50)
          .map((name) => ({ pointer: `/${name}`, detail: 'This parameter is not known.' })),
      });
  }
  const params = parsed(route.params, given.params, 'invalid_request');
  if ('refused' in params) return params;
  const asked = parsed(route.query, query, 'invalid_request');
  if ('refused' in asked) return asked;
  return { params: params.value, query: asked.value };
}

/** The body by the row's schema; a route without one does not look at it. */
export function readBody(
  route: Route,
  request: Request,
  bytes: Uint8Array,
): { body: unknown } | BodyRefusal {
  return route.body ? readJson(route.body, request, bytes) : { body: undefined };
}

/** The type a file is said to be, where the route takes it; one that takes none does not look. */
export function readFileType(
  { takes }: Route,
  request: Request,
): { file: FileType | undefined } | Refusal<'file_type_refused'> {
  if (!takes) return { file: undefined };
  const said = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  const file = takes.find((type) => type === said);
  return file ? { file } : refuse('file_type_refused');
}

/**
 * A payload of Shopify's by the schema of its topic. Of what its admin sends to try an address only the
 * topic is read: it tells of goods and orders that do not exist, under ids beyond what a number holds.
 */
export function readShopify(
  area: ShopifyArea,
  request: Request,
  bytes: Uint8Array,
):
  | { shopify: { topic: string; body: unknown } | 'test' }
  | BodyRefusal
  | Refusal<'topic_not_taken'> {
  const topic = request.headers.get('x-shopify-topic') ?? '';
  const topics: Record<string, z.ZodType> = shopifyTopics[area];
  const schema = Object.hasOwn(topics, topic) ? topics[topic] : undefined;
  if (!schema) return refuse('topic_not_taken');
  if (request.headers.get('x-shopify-test') === 'true') return { shopify: 'test' };
  const read = readJson(schema, request, bytes);
  return 'refused' in read ? read : { shopify: { topic, body: read.body } };
}

type BodyRefusal = Refusal<'unsupported_media_type' | 'malformed_json' | 'validation_failed'>;

function readJson(
  schema: z.ZodType,
  request: Request,
  bytes: Uint8Array,
): { body: unknown } | BodyRefusal {
  if (!isJson(request)) return refuse('unsupported_media_type');
  const json = parseJson(bytes);
  if ('refused' in json) return json;
  const read = parsed(schema, json.value, 'validation_failed');
  return 'refused' in read ? read : { body: read.value };
}

function parsed<Code extends 'invalid_request' | 'validation_failed'>(
  schema: z.ZodType | undefined,
  input: unknown,
  code: Code,
): { value: unknown } | Refusal<Code> {
  if (!schema) return { value: undefined };
  const pointer = textFaultIn(input);
  if (pointer !== undefined)
    return refuse(code, { errors: [{ pointer, detail: 'This text cannot be kept.' }] });
  const result = schema.safeParse(input);
  return result.success
    ? { value: result.data }
    : refuse(code, { errors: faultsOf(result.error.issues) });
}
