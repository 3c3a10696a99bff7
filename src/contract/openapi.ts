import { z } from 'zod';
import { routes } from './routes.ts';
import { asksForSession, isOfConsole, problemsOf, type Route } from './routes/route.ts';
import { fileTypes } from './uploads.ts';
import { webhookEvents, webhookEventSchema, webhookEventTypes } from './webhook-events.ts';
import { Problem, problems } from './problems.ts';
import { shopifyTopics } from './shopify.ts';

type Json = Record<string, unknown>;
const version = '1.0.0';

/** The OpenAPI 3.1 document, made from the routes table: nothing in it is written by hand. */
export function openapi(server = '/'): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {};
  for (const [operationId, route] of Object.entries<Route>(routes)) {
    const path = '/v1' + route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method] = operation(operationId, route, components);
  }
  schemaOf(Problem, 'output', components);
  const webhooks = Object.fromEntries(
    webhookEventTypes.map((type) => [type, { post: webhook(type, components) }]),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Front Desk',
      version,
      summary: 'What a storefront’s help widget and its backend say to each other',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server, description: 'This backend' }],
    tags: [...new Set(Object.values<Route>(routes).map((route) => route.area))].map((name) => ({
      name,
      description: `Routes of ${name}`,
    })),
    paths,
    webhooks,
    components: {
      schemas: components,
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'Access token of a session' },
        refreshCookie: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-front-desk',
          description: 'Refresh token; with X-Front-Desk: 1 and an exact Origin',
        },
        staffCookie: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-front-desk-staff',
          description: 'Session of somebody of the shop; from the backend’s own pages alone',
        },
        keyProof: {
          type: 'apiKey',
          in: 'header',
          name: 'DPoP',
          description: 'RFC 9449 proof by an ES256 key: at most 60 s old, each jti once',
        },
        webhookSignature: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Front-Desk-Signature',
          description: 't=UNIX SECONDS,v1=HMAC-SHA256 of "t.body" in hex',
        },
        shopifySignature: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Shopify-Hmac-Sha256',
          description:
            'HMAC-SHA256 of the body in base64, with the secret of shopify.webhookSecret',
        },
        providerSignature: {
          type: 'apiKey',
          in: 'header',
          name: 'Stripe-Signature',
          description: 'As the payment provider signs its webhooks; see docs/payments.md',
        },
      },
    },
  };
}

/** What the shop's own systems are sent; see docs/webhooks.md. */
function webhook(type: keyof typeof webhookEvents, components: Json): Json {
  const header = (name: string, description: string) => ({
    ...{ name, in: 'header', required: true, description, schema: { type: 'string' } },
  });
  return {
    operationId: type,
    summary: webhookEvents[type].when,
    tags: ['webhooks'],
    security: [{ webhookSignature: [] }],
    parameters: [header('X-Front-Desk-Delivery', 'The same at every attempt, to know doubles by')],
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: schemaOf(webhookEventSchema(type), 'output', components) },
      },
    },
    responses: {
      '2XX': { description: 'Taken' },
      '410': { description: 'Not wanted: it is not sent again' },
    },
  };
}

function operation(operationId: string, route: Route, components: Json): Json {
  const codes = problemsOf(route);
  const byStatus = group(codes);
  const refusals = [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, list]) => [
      status,
      {
        description: list.map((code) => `\`${code}\`: ${problems[code][1]}`).join('\n\n'),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
        ...(status === 429 && {
          headers: {
            'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } },
          },
        }),
      },
    ]);
  return {
    operationId,
    summary: route.summary,
    tags: [route.area],
    security: security(route),
    parameters: parameters(route, components),
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: bodyOf(route, route.body, components) } },
      },
    }),
    ...(route.foreign && {
      requestBody: {
        required: true,
        description: 'As its sender writes it',
        content: { 'application/json': { schema: {} } },
      },
    }),
    ...(route.takes && { requestBody: { required: true, content: files(route.takes) } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.answers).map(([status, answer]) => [
          status,
          success(answer, components),
        ]),
      ),
      ...Object.fromEntries(refusals),
    },
  };
}

/** What a route takes: its own body, or one of Shopify's. */
function bodyOf({ shopify }: Route, body: z.ZodType, components: Json): Json {
  const own = schemaOf(body, 'input', components);
  if (!shopify) return own;
  const theirs = new Set<z.ZodType>(Object.values(shopifyTopics[shopify]));
  return { anyOf: [own, ...[...theirs].map((each) => schemaOf(each, 'input', components))] };
}

function group<T extends string>(
  codes: (T & keyof typeof problems)[],
): Map<number, (T & keyof typeof problems)[]> {
  const map = new Map<number, (T & keyof typeof problems)[]>();
  for (const code of codes)
    map.set(problems[code][0], [...(map.get(problems[code][0]) ?? []), code]);
  return map;
}

/** Bytes as they are, of one of these types. */
const files = (types: readonly string[]): Json =>
  Object.fromEntries(types.map((type) => [type, { schema: {} }]));

function success(answer: Route['answers'][number], components: Json): Json {
  if (answer === null) return { description: 'Done' };
  if (answer === 'file') return { description: 'The file', content: files(fileTypes) };
  if (answer === 'csv') return { description: 'The table', content: files(['text/csv']) };
  if (answer === 'stream')
    return {
      description:
        'Events named `change`; each `data` is a Change. A comment every 20 s keeps the line open.',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    };
  return {
    description: 'OK',
    content: { 'application/json': { schema: schemaOf(answer, 'output', components) } },
  };
}

function security({ access, proof, shopify, foreign }: Route): Json[] {
  if (foreign) return [{ providerSignature: [] }];
  if (proof) return [{ keyProof: [], ...(access !== 'anyone' && { session: [] }) }];
  if (asksForSession({ access })) return [{ session: [] }];
  if (access === 'console') return [{}, { staffCookie: [] }];
  if (access === 'staff') return [{ staffCookie: [] }];
  if (access === 'cookie') return [{ refreshCookie: [] }];
  if (access === 'webhook')
    return [{ webhookSignature: [] }, ...(shopify ? [{ shopifySignature: [] }] : [])];
  return [{}, { session: [] }];
}

function parameters(route: Route, components: Json): Json[] {
  const from = (where: 'path' | 'query', object?: z.ZodObject): Json[] =>
    Object.entries(object?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: where,
      required: where === 'path',
      schema: schemaOf(schema as z.ZodType, 'output', components),
    }));
  return [
    ...from('path', route.params),
    ...from('query', route.query),
    {
      name: 'shop',
      in: 'query',
      required: false,
      description: 'Which shop; left out, the only one answers',
      schema: { type: 'string' },
    },
    ...(route.keyed
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            description: 'A new random value for each wish; retries keep it',
            schema: { type: 'string', minLength: 8, maxLength: 128 },
          },
        ]
      : []),
    ...(route.access === 'webhook' && !route.foreign ? deliveryHeaders(route) : []),
    ...(route.access === 'cookie' || isOfConsole(route)
      ? [
          {
            name: 'X-Front-Desk',
            in: 'header',
            required: true,
            description: 'Always 1: no form and no link can send it',
            schema: { const: '1' },
          },
        ]
      : []),
  ];
}

/** What a webhook says of itself in headers. */
function deliveryHeaders({ shopify }: Route): Json[] {
  const header = (name: string, description: string, schema: Json = {}): Json => ({
    ...{ name, in: 'header', required: false, description },
    schema: { type: 'string', ...schema },
  });
  return [
    header('X-Front-Desk-Delivery', 'The sender’s id of the delivery; retries keep it'),
    ...(shopify
      ? [
          header('X-Shopify-Topic', 'Present: the body is Shopify’s, of this topic', {
            enum: Object.keys(shopifyTopics[shopify]),
          }),
          header('X-Shopify-Webhook-Id', 'Shopify’s id of the delivery; retries keep it'),
          header(
            'X-Shopify-Triggered-At',
            'Decides between two deliveries of one second, and dates deletions',
          ),
        ]
      : []),
  ];
}

/** A schema by reference where it has a name; its definition lands in `components`. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const {
    $schema: _,
    $defs,
    ...body
  } = z.toJSONSchema(schema, { io, reused: 'inline' }) as Json & { $defs?: Json };
  const rewrite = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'));
  for (const [name, definition] of Object.entries($defs ?? {}))
    components[name] = rewrite(definition);
  const name = schema.meta()?.id;
  if (name && !body['$ref']) {
    components[name] = rewrite(body);
    return { $ref: `#/components/schemas/${name}` };
  }
  return rewrite(body) as Json;
}
