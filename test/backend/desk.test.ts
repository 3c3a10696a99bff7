import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { aBackend, type BackendUnderTest } from '../builders/backend.ts';
import { aShop } from '../builders/shop.ts';

const open: BackendUnderTest[] = [];
const start = async (...wanted: Parameters<typeof aBackend>) => {
  const desk = await aBackend(...wanted);
  open.push(desk);
  return desk;
};
after(() => Promise.all(open.map((desk) => desk.close())));

describe('GET /v1/desk', () => {
  test('tells the shop and what it can do', async () => {
    const desk = await start({ shop: { brand: { accent: '#24523f', radius: 14 } } });
    const { status, body } = await desk.visitor().get('/desk');
    assert.equal(status, 200);
    assert.deepEqual(body, {
      shop: 'alder',
      name: 'Alder',
      currency: 'EUR',
      timeZone: 'Europe/Amsterdam',
      brand: { accent: '#24523f', radius: 14 },
      capabilities: {
        emailCode: {},
        guestTracking: { mode: 'number' },
        orders: { pageSize: 50 },
        uploads: {},
        wishlists: { alerts: true },
        events: {},
        recommendations: {},
        chat: { mail: true },
        live: {},
      },
      contact: { email: 'help@alder.example' },
      links: {},
    } as never);
  });

  test('tells what the shop says in its own words', async () => {
    const words = { en: { title: 'Ask Alder', items: { one: 'one thing' } } };
    const desk = await start({ shop: { words } });
    const { body } = await desk.visitor().get('/desk');
    assert.deepEqual(body['words'], words as never);
  });

  test('without mail there is no sign-in by code, and no strict look-up', async () => {
    const desk = await start({ mail: false, shop: { guestTracking: 'code' } });
    const { body } = await desk.visitor().get('/desk');
    assert.deepEqual(body['capabilities'], {
      orders: { pageSize: 50 },
      uploads: {},
      wishlists: { alerts: false },
      events: {},
      recommendations: {},
      chat: { mail: false },
      live: {},
    });
  });

  test('a shop that switched guest tracking off does not offer it', async () => {
    const desk = await start({ shop: { guestTracking: 'off' } });
    const { body } = await desk.visitor().get('/desk');
    assert.deepEqual(body['capabilities'], {
      emailCode: {},
      orders: { pageSize: 50 },
      uploads: {},
      wishlists: { alerts: true },
      events: {},
      recommendations: {},
      chat: { mail: true },
      live: {},
    });
  });

  test('is cheap to ask again: a tag, and 304 while nothing has changed', async () => {
    const desk = await start();
    const { headers } = await desk.visitor().get('/desk');
    const etag = headers.get('etag')!;
    assert.match(etag, /^"[\w-]+"$/);
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await desk.visitor().get('/desk', { headers: { 'If-None-Match': tag } });
      assert.equal(again.status, 304, tag);
      assert.equal(again.headers.get('etag'), etag);
    }
    const other = await desk.visitor().get('/desk', { headers: { 'If-None-Match': '"other"' } });
    assert.equal(other.status, 200);
  });
});

describe('Shops as tenants', () => {
  const shops = [
    aShop(),
    aShop({ id: 'birch', name: 'Birch', origins: ['https://birch.example'] }),
  ];

  test('of several shops one has to be named', async () => {
    const desk = await start({ shops });
    assert.equal((await desk.visitor().get('/desk')).body.code, 'shop_required');
    assert.equal((await desk.visitor().get('/desk?shop=oak')).body.code, 'shop_not_found');
    const birch = desk.visitor({ origin: 'https://birch.example', shop: 'birch' });
    assert.equal((await birch.get('/desk')).body['name'], 'Birch');
  });

  test('why a shop was not found can be read by any page', async () => {
    const desk = await start({ shops });
    const { headers } = await desk
      .visitor({ origin: 'https://evil.example' })
      .get('/desk?shop=oak');
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('access-control-allow-credentials'), null);
  });
});

describe('Origins', () => {
  test('only exactly those of the shop’s list may use it', async () => {
    const desk = await start();
    for (const origin of [
      'https://evil.example',
      'https://alder.example.evil.example',
      'https://shop.alder.example',
      'http://alder.example',
      'https://alder.example:8443',
      'null',
      'https://ALDER.example',
    ]) {
      const { status, body, headers } = await desk.visitor({ origin }).get('/desk');
      assert.equal(status, 403, origin);
      assert.equal(body.code, 'origin_not_allowed', origin);
      assert.equal(headers.get('access-control-allow-origin'), null, origin);
    }
  });

  test('an allowed page may read answers and refusals alike, with its cookie', async () => {
    const desk = await start();
    for (const path of ['/desk', '/orders']) {
      const { headers } = await desk.visitor().get(path);
      assert.equal(headers.get('access-control-allow-origin'), 'https://alder.example');
      assert.equal(headers.get('access-control-allow-credentials'), 'true');
      assert.match(headers.get('access-control-expose-headers') ?? '', /ETag.*Retry-After/);
      assert.equal(headers.get('vary'), 'Origin');
    }
  });

  test('a page with the backend’s own name needs a place in the list as well', async () => {
    const desk = await start();
    const { body } = await desk.visitor({ origin: 'https://desk.example' }).get('/desk');
    assert.equal(body.code, 'origin_not_allowed');
  });

  test('a preflight is answered, remembered, and refused to strangers', async () => {
    const desk = await start();
    const ask = { 'Access-Control-Request-Method': 'POST' };
    const path = '/identity/lookups';
    const allowed = await desk.visitor().send('OPTIONS', path, { headers: ask });
    assert.equal(allowed.status, 204);
    assert.equal(allowed.headers.get('access-control-allow-methods'), 'POST, OPTIONS');
    assert.match(allowed.headers.get('access-control-allow-headers')!, /Idempotency-Key/);
    assert.equal(allowed.headers.get('access-control-max-age'), '7200');
    assert.equal(allowed.headers.get('vary'), 'Origin');
    const stranger = desk.visitor({ origin: 'https://evil.example' });
    const refused = await stranger.send('OPTIONS', path, { headers: ask });
    assert.equal(refused.status, 403);
    assert.equal(refused.headers.get('access-control-allow-origin'), null);
    assert.equal(refused.headers.get('access-control-allow-methods'), null);
  });
});

describe('GET /openapi.json', () => {
  test('is the contract, for anyone, with a tag', async () => {
    const desk = await start();
    const ask = (headers = {}) =>
      desk.backend.fetch(new Request('https://desk.example/openapi.json', { headers }));
    const response = await ask();
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    const document = (await response.json()) as { openapi: string; servers: { url: string }[] };
    assert.equal(document.openapi, '3.1.0');
    // seen from where the document lies, whatever this backend is called
    assert.equal(document.servers[0]?.url, '/');
    const again = await ask({ 'If-None-Match': response.headers.get('etag') });
    assert.equal(again.status, 304);
  });
});
