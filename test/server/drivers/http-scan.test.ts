import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { Unavailable } from '../../../src/backend/services/unavailable.ts';
import { createHttpScan } from '../../../src/server/drivers/http-scan.ts';

const file = { type: 'image/png' as const, bytes: Uint8Array.of(137, 80, 78, 71, 0, 255) };

describe('A scanner that is asked over HTTP', () => {
  const asked: { request: IncomingMessage; body: Buffer }[] = [];
  let status: number | undefined = 200;
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    asked.push({ request, body: Buffer.concat(pieces) });
    if (status !== undefined)
      response.writeHead(status, { Location: '/elsewhere' }).end('{"why":"…"}');
  });
  let url = '';
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/scan`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const scan = (timeoutSeconds = 30) =>
    createHttpScan({ url, token: 'a-token-of-the-scanners', timeoutSeconds })(file);

  test('is sent the bytes, and lets the file in', async () => {
    status = 204;
    assert.equal(await scan(), true);
    const { request, body } = asked.at(-1)!;
    assert.deepEqual(new Uint8Array(body), file.bytes);
    assert.deepEqual([request.method, request.url], ['POST', '/scan']);
    assert.equal(request.headers['content-type'], 'image/png');
    assert.equal(request.headers.authorization, 'Bearer a-token-of-the-scanners');
  });

  test('keeps it out by 406 and 422', async () => {
    for (status of [406, 422]) assert.equal(await scan(), false);
  });

  test('that says anything else, sends elsewhere, is late or gone, has said nothing', async () => {
    for (status of [302, 401, 404, 500, 503]) await assert.rejects(scan(), Unavailable);
    status = undefined;
    await assert.rejects(scan(0.05), Unavailable);
    await assert.rejects(
      createHttpScan({ url: 'http://127.0.0.1:1/scan', timeoutSeconds: 5 })(file),
      Unavailable,
    );
  });
});
