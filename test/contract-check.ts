import assert from 'node:assert/strict';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { openapi } from '../src/contract/openapi.ts';
import { problems, type ProblemCode } from '../src/contract/problems.ts';
import { routes } from '../src/contract/routes.ts';
import { commonProblems, problemsOf, type Route } from '../src/contract/routes/route.ts';

type Fetch = (request: Request) => Promise<Response>;
type Json = Record<string, unknown>;
interface Operation {
  operationId: string;
  responses: Record<string, { content?: Record<string, { schema: Json }> }>;
}

const BASE = '/v1';
const CONTRACT = 'contract';
/** What any address may answer, whatever its row says. */
const frameCodes: ProblemCode[] = [...commonProblems, 'not_found', 'method_not_allowed'];

/** The same fetch; an answer that is not in the OpenAPI document fails the test that asked for it. */
export function checked(fetch: Fetch): Fetch {
  const check = contractCheck();
  return async (request) => {
    const asked = {
      method: request.method,
      url: request.url,
      headers: new Headers(request.headers),
    };
    const response = await fetch(request);
    await check(asked, response);
    return response;
  };
}

let made: ReturnType<typeof makeCheck> | undefined;
/** Throws when an answer breaks the contract. The response can still be read afterwards. */
export const contractCheck = () => (made ??= makeCheck());

/** Once for all backends of a process: to read the whole contract takes longer than most tests. */
function makeCheck() {
  const document = openapi() as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Json };
  };
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  formats.default(ajv);
  ajv.addFormat('base64', /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);
  const validators = new Map<string, ValidateFunction>();
  ajv.addSchema({ $id: CONTRACT, $defs: within('', document.components.schemas) });

  return async (
    asked: { method: string; url: string; headers: Headers },
    response: Response,
  ): Promise<void> => {
    const { pathname } = new URL(asked.url);
    if (!pathname.startsWith(`${BASE}/`)) return;
    const what = `${asked.method} ${pathname} ${response.status}`;
    assert.match(response.headers.get('x-request-id') ?? '', /^[\w-]{16,64}$/, `${what}: no id`);
    const row = rowOf(asked.method, pathname);
    if (asked.method === 'OPTIONS' && response.status === 204) return;
    if (response.status >= 400) return checkProblem(what, row?.[1], asked.method, response);
    assert.ok(row, `${what}: no route answers this`);
    const [name, route] = row;
    if (response.status === 304) {
      assert.ok(asked.headers.has('if-none-match'), `${what}: nobody asked for that`);
      assert.equal(await response.clone().text(), '', what);
      return;
    }
    const operation = document.paths[BASE + route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method];
    assert.equal(operation?.operationId, name);
    const told = operation!.responses[response.status];
    assert.ok(told, `${what}: this status is not in the document`);
    if (!told.content) return assert.equal(await response.clone().text(), '', what);
    const type = response.headers.get('content-type') ?? '';
    const media = told.content[type];
    assert.ok(media, `${what}: ${type} is not in the document`);
    if (type === 'application/json' && asked.method !== 'HEAD')
      validate(`${name} ${response.status}`, media.schema, await response.clone().json(), what);
  };

  async function checkProblem(
    what: string,
    route: Route | undefined,
    method: string,
    response: Response,
  ): Promise<void> {
    assert.equal(response.headers.get('content-type'), 'application/problem+json', what);
    if (method === 'HEAD') return;
    const problem = (await response.clone().json()) as { code: ProblemCode; retryAfter?: number };
    validate('problem', { $ref: '#/components/schemas/Problem' }, problem, what);
    assert.equal(problems[problem.code][0], response.status, `${what} ${problem.code}`);
    const listed = route ? [...problemsOf(route), ...frameCodes] : frameCodes;
    assert.ok(listed.includes(problem.code), `${what}: ${problem.code} is not listed`);
    assert.equal(
      response.headers.get('retry-after'),
      problem.retryAfter === undefined ? null : String(problem.retryAfter),
      what,
    );
  }

  function validate(key: string, schema: Json, value: unknown, what: string): void {
    let validator = validators.get(key);
    if (!validator) {
      validator = ajv.compile(within(CONTRACT, schema));
      validators.set(key, validator);
    }
    if (!validator(value))
      assert.fail(`${what} is not as the document says: ${JSON.stringify(validator.errors)}`);
  }
}

/** A preflight and a HEAD belong to the row they ask about. */
function rowOf(method: string, pathname: string): [string, Route] | undefined {
  const wanted = method === 'HEAD' ? 'GET' : method;
  return Object.entries<Route>(routes).find(
    ([, route]) =>
      route.method.toUpperCase() === wanted &&
      new RegExp(`^${BASE}${route.path.replace(/:\w+/g, '[^/]+')}$`).test(pathname),
  );
}

/** The schema with all that it names looked up in that document. */
const within = (document: string, schema: Json): Json =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', `"${document}#/$defs/`));
