import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openapi } from '../../src/contract/openapi.ts';
import { OrderRow } from '../../src/contract/import.ts';
import { ChallengeRequest, LookupRequest } from '../../src/contract/identity.ts';
import { InstantInput, Link } from '../../src/contract/primitives.ts';
import { problems } from '../../src/contract/problems.ts';
import { routes } from '../../src/contract/routes.ts';
import { problemsOf, type Route } from '../../src/contract/routes/route.ts';

const all = Object.entries<Route>(routes);

describe('problems', () => {
  test('every code is snake_case, has an error status and two parts: what happened, what to do', () => {
    for (const [code, [status, detail]] of Object.entries(problems)) {
      assert.match(code, /^[a-z]+(_[a-z]+)*$/);
      assert.ok(status >= 400 && status < 600, `${code}: ${status}`);
      assert.ok(detail.endsWith('.'), `${code} is not a sentence`);
      assert.ok(detail.split(/[.;:,] /).length >= 2, `${code} does not say what to do next`);
    }
  });

  test('every code can be answered by some route, or belongs to the server’s frame', () => {
    const frame = ['not_found', 'method_not_allowed', 'local_only', 'unsupported_media_type'];
    const used = new Set([...all.flatMap(([, route]) => problemsOf(route)), ...frame]);
    assert.deepEqual(
      Object.keys(problems).filter((code) => !used.has(code as never)),
      [],
    );
  });
});

describe('routes', () => {
  test('a path names each of its parameters in params, and nothing else', () => {
    for (const [name, { path, params }] of all) {
      const inPath = [...path.matchAll(/:(\w+)/g)].map(([, one]) => one);
      assert.deepEqual(Object.keys(params?.shape ?? {}), inPath, name);
    }
  });

  test('every POST that changes something wants an Idempotency-Key', () => {
    const unkeyed = new Set([
      ...['refreshSession', 'bindSession', 'refreshBoundSession', 'sendEvents', 'listKnownEvents'],
      // a message has a name of its sender’s; a mark only moves on; who types changes nothing
      ...['sendMessage', 'markConversation', 'tellTyping'],
      ...['replyInInbox', 'markInbox', 'tellTypingInInbox', 'tellPresence'],
      // a link and a code serve once
      ...['answerStaffLink', 'answerStaffCode'],
      // and so does a challenge
      ...['askForPasskey', 'answerPasskey', 'offerPasskey', 'addPasskey'],
      // nothing is changed
      'previewPolicy',
    ]);
    const carriesOwnId = (name: string, { access }: Route) =>
      access === 'webhook' || unkeyed.has(name) || name.startsWith('quote');
    for (const [name, route] of all)
      if (route.method === 'post' && !carriesOwnId(name, route))
        assert.equal(route.keyed, true, name);
  });

  test('a body is only sent with POST, PUT or PATCH, and PATCH wants an Idempotency-Key too', () => {
    for (const [name, { method, body, keyed }] of all) {
      if (body) assert.ok(['post', 'put', 'patch'].includes(method), name);
      if (method === 'patch') assert.equal(keyed, true, name);
    }
  });
});

describe('openapi', () => {
  const document = openapi() as {
    paths: Record<
      string,
      Record<string, { responses: Record<string, unknown>; operationId: string }>
    >;
    components: { schemas: Record<string, unknown> };
  };

  test('each route is one operation, with every status it may answer', () => {
    for (const [name, route] of all) {
      const path = '/v1' + route.path.replace(/:(\w+)/g, '{$1}');
      const operation = document.paths[path]?.[route.method];
      assert.equal(operation?.operationId, name);
      const statuses = new Set([
        ...Object.keys(route.answers),
        ...problemsOf(route).map((code) => String(problems[code][0])),
      ]);
      assert.deepEqual(new Set(Object.keys(operation!.responses)), statuses, name);
    }
  });

  test('every reference leads somewhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)];
    assert.ok(references.length > 20);
    for (const [, name] of references) assert.ok(name! in document.components.schemas, name);
  });
});

describe('what comes from outside', () => {
  test('an unknown field is refused, not dropped', () => {
    assert.equal(ChallengeRequest.safeParse({ email: 'mara@kern.eu', admin: true }).success, false);
    assert.equal(
      LookupRequest.safeParse({ number: '1', email: 'a@b.eu', phone: '+3212345678' }).success,
      false,
    );
  });

  test('links are http(s), mailto, tel or a path; nothing that runs', () => {
    for (const good of [
      'https://a.example/x',
      'http://a.example',
      'mailto:a@b.eu',
      'tel:+321',
      '/help',
    ])
      assert.equal(Link.safeParse(good).success, true, good);
    for (const bad of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      ' https://a',
      'vbscript:x',
    ])
      assert.equal(Link.safeParse(bad).success, false, bad);
  });

  test('a moment with an offset becomes UTC with milliseconds', () => {
    assert.equal(InstantInput.parse('2026-11-23T09:12:00+01:00'), '2026-11-23T08:12:00.000Z');
    for (const text of [
      '2026-11-23',
      'soon',
      '9999-12-31T23:59:59-01:00',
      '0000-01-01T00:00:00+01:00',
    ])
      assert.equal(InstantInput.safeParse(text).error?.issues.length, 1, text);
  });

  test('an order row without its lines says where it is wrong', () => {
    const parsed = OrderRow.safeParse({
      type: 'order',
      id: 'o',
      number: '1',
      placedAt: '2026-01-01T00:00:00Z',
      status: 'placed',
      currency: 'EUR',
      lines: [],
      total: 0,
    });
    assert.deepEqual(
      parsed.error?.issues.map(({ path }) => path.join('/')),
      ['lines'],
    );
  });
});
