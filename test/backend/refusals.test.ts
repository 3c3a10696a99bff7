import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Unavailable } from '../../src/backend/services/unavailable.ts';
import { aBackend, type BackendUnderTest } from '../builders/backend.ts';
import { aCustomer, anOrder } from '../builders/rows.ts';
import { API, type Visitor } from '../builders/visitor.ts';
import { aCustomerVisitor } from './identity/flows.ts';

const MARA = 'mara@kern.example';
const rows = [
  aCustomer({ id: 'mara', email: MARA }),
  anOrder({ id: 'o-1', number: '4182', customer: 'mara', email: MARA }),
];
const challenges = '/identity/challenges';
const json = { 'Content-Type': 'application/json' };

let desk: BackendUnderTest;
before(async () => {
  desk = await aBackend({ rows });
});
after(() => desk.close());

describe('A problem', () => {
  test('is RFC 9457, with a code, a sentence and the id of the request', async () => {
    const { status, body, headers } = await desk.visitor().get('/orders');
    assert.equal(status, 401);
    assert.equal(headers.get('content-type'), 'application/problem+json');
    assert.match(headers.get('x-request-id')!, /^[\w-]{22}$/);
    assert.match(headers.get('www-authenticate')!, /^Bearer/);
    assert.deepEqual(body, {
      type: 'urn:front-desk:problem:unauthenticated',
      title: 'Unauthenticated',
      status: 401,
      code: 'unauthenticated',
      detail: 'The access token is missing, wrong or expired. Refresh the session or sign in.',
    } as never);
  });

  test('is what an address that does not exist answers', async () => {
    for (const path of [
      '/v1',
      '/v1/',
      '/v1/nope',
      '/v1/desk/',
      '/v1/orders/a/b/c',
      '/',
      '/v2/desk',
    ]) {
      const response = await desk.backend.fetch(new Request(API + path));
      assert.equal(response.status, 404, path);
      assert.equal(((await response.json()) as { code: string }).code, 'not_found');
    }
  });

  test('names the methods an address takes', async () => {
    for (const [method, path, allowed] of [
      ['POST', '/desk', 'GET, HEAD, OPTIONS'],
      ['PUT', '/session', 'POST, GET, DELETE, HEAD, OPTIONS'],
      ['GET', challenges, 'POST, OPTIONS'],
      ['PATCH', '/orders/o-1', 'GET, HEAD, OPTIONS'],
    ] as const) {
      const { status, body, headers } = await desk.visitor().send(method, path);
      assert.deepEqual([status, body.code], [405, 'method_not_allowed'], path);
      assert.equal(headers.get('allow'), allowed, path);
    }
  });
});

describe('A body', () => {
  const post = (options: object) => desk.visitor().send('POST', challenges, options);

  test('has to be JSON by its type', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', '', 'application/jsonp'])
      assert.equal(
        (await post({ raw: '{}', headers: { 'Content-Type': type } })).body.code,
        'unsupported_media_type',
        type,
      );
    for (const type of ['application/json; charset=utf-8', 'APPLICATION/JSON;charset="UTF-8"'])
      assert.equal(
        (await post({ raw: '{}', headers: { 'Content-Type': type } })).body.code,
        'validation_failed',
        type,
      );
  });

  test('has to be JSON by its content, in UTF-8', async () => {
    for (const raw of ['', '{', '{"email":', 'null,', '\u0000', new Uint8Array([0x22, 0xff, 0x22])])
      assert.equal((await post({ raw, headers: json })).body.code, 'malformed_json');
  });

  test('may be 32 KiB and no more, however it comes', async () => {
    const padded = (bytes: number) => JSON.stringify({ email: 'x' }).padEnd(bytes, ' ');
    const fits = await post({ raw: padded(32 * 1024), headers: json });
    assert.equal(fits.body.code, 'validation_failed');
    const large = await post({ raw: padded(32 * 1024 + 1), headers: json });
    assert.deepEqual([large.status, large.body.code], [413, 'payload_too_large']);

    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const headers = { ...json, 'Idempotency-Key': 'some-key-of-mine' };
    const request = new Request(`${API}/v1${challenges}`, {
      ...{ method: 'POST', headers, body: endless },
      duplex: 'half',
    } as RequestInit);
    assert.equal((await desk.backend.fetch(request)).status, 413);
    assert.ok(pulled < 64, 'it was not read to its end');
  });

  test('says which field is wrong, by JSON pointer', async () => {
    for (const [body, errors] of [
      [{ email: 'mara' }, [{ pointer: '/email', detail: 'Invalid email address' }]],
      [{ phone: 'x' }, [{ pointer: '/phone', detail: 'This value has another form.' }]],
      [{ email: MARA, admin: true }, [{ pointer: '/admin', detail: 'This field is not known.' }]],
      [{ email: MARA, 'a/b~c': 1 }, [{ pointer: '/a~1b~0c', detail: 'This field is not known.' }]],
      [{}, [{ pointer: '', detail: 'One of these is needed: email, phone, order, self.' }]],
    ] as const) {
      const { status, body: told } = await desk.visitor().post(challenges, body);
      assert.equal(status, 422);
      assert.deepEqual(told.errors, errors);
    }
  });

  test('of another kind altogether is refused as a whole', async () => {
    for (const body of [null, 5, 'text', [], [{ email: MARA }], true]) {
      const { status, body: told } = await desk.visitor().post(challenges, body);
      assert.deepEqual([status, told.errors[0]?.pointer], [422, ''], JSON.stringify(body));
    }
  });

  test('with text no storage can keep is refused, wherever it stands', async () => {
    for (const [body, pointer] of [
      [{ order: 'a\u0000b' }, '/order'],
      [{ order: '\ud800' }, '/order'],
      [{ number: 'x\udfff', email: MARA }, '/number'],
    ] as const) {
      const path = 'number' in body ? '/identity/lookups' : challenges;
      const { status, body: told } = await desk.visitor().post(path, body);
      assert.deepEqual([status, told.errors[0]?.pointer], [422, pointer]);
    }
  });
});

describe('A query', () => {
  let mara: Visitor;
  before(async () => {
    mara = await aCustomerVisitor(desk, MARA);
  });

  test('with a wrong value is refused, by its name', async () => {
    for (const [query, pointer] of [
      ['limit=0', '/limit'],
      ['limit=51', '/limit'],
      ['limit=ten', '/limit'],
      ['filter=new', '/filter'],
      ['year=12', '/year'],
      [`cursor=${'x'.repeat(501)}`, '/cursor'],
      ['cursor=%00', '/cursor'],
    ]) {
      const { status, body } = await mara.get(`/orders?${query}`);
      assert.deepEqual(
        [status, body.code, body.errors[0]?.pointer],
        [400, 'invalid_request', pointer],
      );
    }
  });

  test('or a path with text no storage can keep is refused', async () => {
    for (const path of ['/orders/%00', '/orders/a%00b/tracking'])
      assert.deepEqual((await mara.get(path)).body.errors, [
        { pointer: '/id', detail: 'This text cannot be kept.' },
      ]);
  });

  test('with a cursor that is none of ours starts at the first page', async () => {
    for (const place of [['2026', '\u0000'], ['\u0000', 'o-1'], ['x'], {}, 5]) {
      const cursor = btoa(JSON.stringify(place));
      const { status, body } = await mara.get(`/orders?cursor=${encodeURIComponent(cursor)}`);
      assert.deepEqual([status, body.items?.length], [200, 1], cursor);
    }
  });

  test('may say more to a read than it knows, never to a write', async () => {
    assert.equal((await mara.get('/orders?utm_source=mail')).status, 200);
    const { status, body } = await mara.post(`${challenges}?preview=1`, { email: MARA });
    assert.deepEqual([status, body.errors[0]?.pointer], [400, '/preview']);
  });
});

describe('Something that broke', () => {
  test('while the answer was written is told and logged no worse', async () => {
    const transport = {
      read: () => undefined,
      write() {
        throw new Error('no room for a header');
      },
    };
    const other = await aBackend({ ports: { storage: desk.storage, transport } });
    const { status, body } = await other.visitor().refresh();
    assert.deepEqual([status, body.code], [500, 'internal']);
    assert.match(other.logged(), /"event":"answer_failed".*refusals\.test\.ts/);
    await other.backend.close();
  });

  const broken = async (error: Error) => {
    const fails = () => Promise.reject(error);
    const catalogue = { ...desk.storage.catalogue, findOrder: fails };
    const other = await aBackend({ ports: { storage: { ...desk.storage, catalogue } } });
    const told = await other.visitor().post('/identity/lookups', { number: '1', email: MARA });
    const logged = other.logged();
    await other.backend.close();
    return { told, logged };
  };

  test('is told as `internal`, and nothing of it: it is logged by the request’s id', async () => {
    const { told, logged } = await broken(new Error('SELECT secrets'));
    assert.deepEqual([told.status, told.body.code], [500, 'internal']);
    assert.ok(!JSON.stringify(told.body).includes('SELECT'));
    const line = JSON.parse(logged) as Record<string, string>;
    assert.equal(line['event'], 'request_failed');
    assert.equal(line['route'], 'createLookup');
    assert.equal(line['request'], told.headers.get('x-request-id'));
  });

  test('of the line while it was sent is none of ours: refused, and not logged', async () => {
    const other = await aBackend();
    const body = new ReadableStream({
      start: (stream) => stream.enqueue(new TextEncoder().encode('{"number":')),
      pull: (stream) => stream.error(new Error('The line is cut')),
    });
    const request = new Request('https://desk.example/v1/identity/lookups', {
      ...{ method: 'POST', body, duplex: 'half' },
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'a-key-of-this-one' },
    });
    const told = await other.backend.fetch(request);
    assert.deepEqual(
      [told.status, ((await told.json()) as { code: string }).code],
      [400, 'invalid_request'],
    );
    assert.equal(other.logged(), '');
    await other.backend.close();
  });

  test('behind us is `unavailable`, with a time to try again', async () => {
    const { told } = await broken(new Unavailable(7));
    assert.deepEqual([told.status, told.body.code, told.body.retryAfter], [503, 'unavailable', 7]);
  });
});

describe('A flood', () => {
  test('from one address is held back for the rest of the minute; others are not', async () => {
    const small = await aBackend({ ports: { requestLimits: { perNetwork: 3, perSession: 100 } } });
    small.clock.pass(20);
    for (let request = 0; request < 3; request++)
      assert.equal((await small.visitor().get('/desk')).status, 200);
    const { status, body } = await small.visitor().get('/desk');
    assert.deepEqual([status, body.code, body.retryAfter], [429, 'too_many_requests', 40]);
    assert.equal((await small.visitor({ address: '192.0.2.2' }).get('/desk')).status, 200);
    small.clock.pass(40);
    assert.equal((await small.visitor().get('/desk')).status, 200);
    await small.close();
  });

  test('of one session is held back and does not end it', async () => {
    const small = await aBackend({
      rows,
      ports: { requestLimits: { perNetwork: 1000, perSession: 2 } },
    });
    const mara = await aCustomerVisitor(small, MARA);
    for (let request = 0; request < 2; request++) await mara.get('/orders');
    assert.equal((await mara.get('/orders')).status, 429);
    small.clock.pass(60);
    assert.equal((await mara.get('/orders')).status, 200);
    await small.close();
  });
});
