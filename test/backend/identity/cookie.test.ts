import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createCookieTransport } from '../../../src/backend/services/cookie-transport.ts';
import { aShop } from '../../builders/shop.ts';

const shop = aShop();
const transport = createCookieTransport();

function written(
  url: string,
  headers: Record<string, string> = {},
  token: string | undefined = 't',
) {
  const answer = new Headers();
  transport.write(answer, new Request(url, { headers }), shop, token, 60);
  return answer.get('set-cookie');
}

describe('The refresh cookie', () => {
  for (const [when, url, headers, expected] of [
    [
      'in a page of the same site is Lax',
      'https://desk.alder.example/v1/session',
      { Origin: 'https://alder.example', 'Sec-Fetch-Site': 'same-site' },
      '__Host-front-desk-alder=t; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Lax',
    ],
    [
      'in a page of another site belongs to that page’s site alone',
      'https://desk.example/v1/session',
      { Origin: 'https://alder.example', 'Sec-Fetch-Site': 'cross-site' },
      '__Host-front-desk-alder=t; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=None; Partitioned',
    ],
    [
      'without the browser’s word is Lax for the same host',
      'https://alder.example:8443/v1/session',
      { Origin: 'https://alder.example' },
      '__Host-front-desk-alder=t; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Lax',
    ],
    [
      'without the browser’s word is partitioned for any other host',
      'https://desk.example/v1/session',
      { Origin: 'https://alder.example' },
      '__Host-front-desk-alder=t; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=None; Partitioned',
    ],
    [
      'for an origin without a host is partitioned',
      'https://desk.example/v1/session',
      { Origin: 'null' },
      '__Host-front-desk-alder=t; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=None; Partitioned',
    ],
    [
      'on this machine without TLS is a plain one, which every engine keeps',
      'http://localhost:8080/v1/session',
      { Origin: 'http://localhost:5173', 'Sec-Fetch-Site': 'same-site' },
      'front-desk-alder=t; Path=/; Max-Age=60; HttpOnly; SameSite=Lax',
    ],
    [
      'on 127.0.0.1 is a plain one too',
      'http://127.0.0.1:8080/v1/session',
      {},
      'front-desk-alder=t; Path=/; Max-Age=60; HttpOnly; SameSite=Lax',
    ],
    [
      'behind a proxy on this machine is Secure all the same',
      'http://localhost:8080/v1/session',
      { 'X-Forwarded-Proto': 'https', 'Sec-Fetch-Site': 'same-origin' },
      '__Host-front-desk-alder=t; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Lax',
    ],
    [
      'for a page over TLS is Secure, though its proxy tells nothing but its own name for us',
      'http://127.0.0.1:4747/v1/session',
      { Origin: 'https://alder.example', 'Sec-Fetch-Site': 'same-site' },
      '__Host-front-desk-alder=t; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Lax',
    ],
    [
      'over plain http elsewhere is Secure: such a browser keeps none',
      'http://desk.example/v1/session',
      { 'Sec-Fetch-Site': 'same-origin' },
      '__Host-front-desk-alder=t; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Lax',
    ],
  ] as const)
    test(when, () => {
      assert.equal(written(url, headers), expected);
    });

  test('is cleared under the name and the rules it was set with', () => {
    const request = new Request('https://desk.example/v1/session');
    const answer = new Headers();
    transport.write(answer, request, shop, undefined, 60);
    assert.equal(
      answer.get('set-cookie'),
      '__Host-front-desk-alder=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax',
    );
  });

  test('is found among others, and a shop’s is its own', () => {
    const request = (cookie: string) =>
      new Request('https://desk.example/v1', { headers: { Cookie: cookie } });
    const read = (cookie: string) => transport.read(request(cookie), shop);
    assert.equal(read('a=b; __Host-front-desk-alder=token; c=d'), 'token');
    assert.equal(read('__Host-front-desk-birch=token'), undefined);
    assert.equal(read('front-desk-alder=token'), undefined);
    assert.equal(read('x__Host-front-desk-alder=token'), undefined);
    assert.equal(read('__Host-front-desk-alder='), undefined);
    assert.equal(read('__Host-front-desk-alder=a=b'), 'a');
    assert.equal(read('__Host-front-desk-alder'), undefined);
    assert.equal(read(''), undefined);
  });
});
