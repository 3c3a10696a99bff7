import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, test } from 'node:test';
import { createFiles } from '../../src/server/drivers/files.ts';
import { demoHeaders, widgetHeaders } from '../../src/server/http/headers.ts';
import { aFolder } from './folder.ts';

const root = aFolder('files');
const folder = join(root, 'cdn');
const script = 'console.log("desk");\n'.repeat(100);
mkdirSync(join(folder, 'c/Ab3_x-9Z'), { recursive: true });
writeFileSync(join(root, 'secret.txt'), 'secret');
writeFileSync(join(root, 'cdn-sibling.js'), 'sibling');
writeFileSync(join(folder, '.env'), 'secret');
symlinkSync(join(root, 'secret.txt'), join(folder, 'link.txt'));
symlinkSync(root, join(folder, 'up'));
writeFileSync(join(folder, 'front-desk.js'), script);
writeFileSync(join(folder, 'small.js'), '1');
writeFileSync(join(folder, 'c/Ab3_x-9Z/panel.js'), script);
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
writeFileSync(join(folder, 'a.png'), Buffer.alloc(2000));

const files = createFiles({ folder, headers: widgetHeaders });
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  files(new Request(`http://localhost${encodeURI('/')}`, { method, headers }), path);

describe('a served folder', () => {
  test('answers a file with its type and length', async () => {
    const answer = await get('/front-desk.js');
    assert.equal(answer?.status, 200);
    assert.equal(answer.headers.get('Content-Type'), 'text/javascript; charset=utf-8');
    assert.equal(answer.headers.get('Content-Length'), String(script.length));
    assert.equal(await answer.text(), script);
  });

  test('a folder is its index page', async () => {
    assert.equal(await (await get('/'))?.text(), '<!doctype html>');
  });

  test('HEAD says the same without a body', async () => {
    const answer = await get('/front-desk.js', {}, 'HEAD');
    assert.equal(answer?.headers.get('Content-Length'), String(script.length));
    assert.equal(await answer?.text(), '');
  });

  for (const path of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/c/../../secret.txt',
    '/..\\secret.txt',
    '/../cdn-sibling.js',
    '/.env',
    '/link.txt',
    '/up/secret.txt',
    '/front-desk.js%00.png',
    '/%E0%A4%A',
    '/c',
    '/nothing.js',
    '/front-desk.js/x',
    `/${'x'.repeat(5000)}`,
  ])
    test(`has nothing at ${path.slice(0, 40)}`, async () => {
      assert.equal(await get(path), undefined);
    });

  test('takes no other methods', async () => {
    assert.equal(await get('/front-desk.js', {}, 'POST'), undefined);
  });
});

describe('what travels', () => {
  test('brotli before gzip, as the browser can', async () => {
    const both = await get('/front-desk.js', { 'Accept-Encoding': 'gzip, deflate, br' });
    assert.equal(both?.headers.get('Content-Encoding'), 'br');
    assert.equal(both.headers.get('Vary'), 'Accept-Encoding');
    const body = Buffer.from(await both.arrayBuffer());
    assert.equal(both.headers.get('Content-Length'), String(body.length));
    assert.equal(brotliDecompressSync(body).toString(), script);

    const old = await get('/front-desk.js', { 'Accept-Encoding': 'gzip' });
    assert.equal(old?.headers.get('Content-Encoding'), 'gzip');
    assert.equal(gunzipSync(Buffer.from(await old.arrayBuffer())).toString(), script);
  });

  test('a coding that is refused is not used', async () => {
    const answer = await get('/front-desk.js', { 'Accept-Encoding': 'br;q=0, gzip;q=0.5' });
    assert.equal(answer?.headers.get('Content-Encoding'), 'gzip');
  });

  test('pictures and tiny files travel as they are', async () => {
    for (const path of ['/a.png', '/small.js'])
      assert.equal(
        (await get(path, { 'Accept-Encoding': 'br' }))?.headers.get('Content-Encoding'),
        null,
      );
  });

  test('a copy that is still good is not sent again; each coding has its own mark', async () => {
    const plain = (await get('/front-desk.js'))!.headers.get('ETag')!;
    const coded = (await get('/front-desk.js', { 'Accept-Encoding': 'br' }))!.headers.get('ETag')!;
    assert.notEqual(plain, coded);
    const again = await get('/front-desk.js', { 'If-None-Match': `"x", W/${plain}` });
    assert.equal(again?.status, 304);
    assert.equal(await again.text(), '');
    assert.equal((await get('/front-desk.js', { 'If-None-Match': coded }))?.status, 200);
  });

  test('a file that a new build replaced is read again', async () => {
    const file = join(folder, 'new.js');
    writeFileSync(file, 'before');
    utimesSync(file, 1, 1);
    assert.equal(await (await get('/new.js'))?.text(), 'before');
    writeFileSync(file, 'behind');
    utimesSync(file, 2, 2);
    assert.equal(await (await get('/new.js'))?.text(), 'behind');
  });

  test('a file is held once, however its path is spelled', async () => {
    const file = join(folder, 'once.js');
    const write = (text: string) => {
      writeFileSync(file, text);
      utimesSync(file, 1, 1);
    };
    write('held');
    assert.equal(await (await get('/once.js'))?.text(), 'held');
    // What is on the disk now passes for the same build: who reads it has read the file again.
    write('anew');
    for (const path of ['/once.js', '//once.js', '///////once.js', '/%6fnce.js'])
      assert.equal((await (await get(path))?.text()) ?? 'held', 'held', path);
  });
});

describe('headers of the widget', () => {
  test('any page may load it, and read how long it took', async () => {
    const { headers } = (await get('/front-desk.js'))!;
    assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(headers.get('Cross-Origin-Resource-Policy'), 'cross-origin');
    assert.equal(headers.get('Timing-Allow-Origin'), '*');
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
  });

  test('a hashed chunk is kept for a year, the tag’s own file for minutes', async () => {
    assert.match(
      (await get('/c/Ab3_x-9Z/panel.js'))!.headers.get('Cache-Control')!,
      /31536000, immutable/,
    );
    assert.equal(
      (await get('/front-desk.js'))!.headers.get('Cache-Control'),
      'public, max-age=300',
    );
  });
});

describe('headers of the demo’s pages', () => {
  const policy = demoHeaders['Content-Security-Policy'];
  test('nothing inline and no eval: scripts and styles are files of our own', () => {
    assert.match(policy, /script-src 'self';/);
    assert.match(policy, /style-src 'self';/);
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
  });
  test('Trusted Types are required', () => {
    assert.match(policy, /require-trusted-types-for 'script'/);
  });
});
