import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Problem } from '../../src/contract/problems.ts';
import { createMailbox } from '../../src/server/dev/mailbox.ts';
import { createDevRoutes } from '../../src/server/dev/routes.ts';

const mail = (to: string, subject = 'Your code') => ({
  shop: 'alder',
  to,
  subject,
  text: `Your code is 123456, ${to}`,
  html: '<p>Your code is <b>123456</b></p><script>alert(1)</script>',
});

function devWith({ peer = '127.0.0.1', settled = async () => {} } = {}) {
  const mailbox = createMailbox(() => new Date('2026-11-23T08:12:00Z'));
  const routes = createDevRoutes({ mailbox, peer: () => peer, settled });
  const get = (path: string, headers: Record<string, string> = {}) =>
    routes.request(`http://localhost:4747${path}`, {
      headers: { Host: 'localhost:4747', ...headers },
    });
  return { mailbox, get };
}

describe('the mailbox of --dev', () => {
  test('shows what would have been sent, newest first', async () => {
    const { mailbox, get } = devWith();
    await mailbox.send(mail('mara@kern.eu', 'First'));
    await mailbox.send(mail('zoe@example.ie', 'Second'));
    const page = await (await get('/dev/mailbox')).text();
    assert.ok(page.indexOf('Second') < page.indexOf('First'));
    assert.match(page, /Your code is 123456, mara@kern\.eu/);
  });

  test('says so when there is none', async () => {
    assert.match(await (await devWith().get('/dev/mailbox')).text(), /No mail yet/);
  });

  test('waits for the mail that an answered request has still to send', async () => {
    const { mailbox, get } = devWith({
      settled: async () => void (await mailbox.send(mail('late@mail.example'))),
    });
    assert.match(await (await get('/dev/mailbox')).text(), /late@mail\.example/);
  });

  test('what a mail says is text in the page, never markup', async () => {
    const { mailbox, get } = devWith();
    await mailbox.send({ ...mail('"><img src=x>@b.eu'), subject: '<script>1</script>' });
    const page = await (await get('/dev/mailbox')).text();
    assert.doesNotMatch(page, /<img|<script>1/);
  });

  test('a mail’s HTML comes with a policy under which nothing runs', async () => {
    const { mailbox, get } = devWith();
    await mailbox.send(mail('mara@kern.eu'));
    const answer = await get('/dev/mailbox/1');
    assert.match(await answer.text(), /<b>123456<\/b>/);
    const policy = answer.headers.get('Content-Security-Policy')!;
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /sandbox/);
    assert.doesNotMatch(policy, /script-src|allow-scripts/);
  });

  test('the page itself runs under a policy without anything inline', async () => {
    const { get } = devWith();
    const answer = await get('/dev/mailbox');
    assert.match(answer.headers.get('Content-Security-Policy')!, /script-src 'self'/);
    assert.doesNotMatch(answer.headers.get('Content-Security-Policy')!, /unsafe/);
    assert.doesNotMatch(await answer.text(), /<script(?![^>]*src=)|<style|style=| on\w+=/);
    for (const part of ['/dev/mailbox.js', '/dev/mailbox.css'])
      assert.equal((await get(part)).status, 200);
  });

  test('programs read it as JSON, by recipient and by number', async () => {
    const { mailbox, get } = devWith();
    await mailbox.send(mail('mara@kern.eu', 'First'));
    await mailbox.send(mail('zoe@example.ie'));
    await mailbox.send(mail('mara@kern.eu', 'Third'));
    const read = async (query: string) =>
      (
        (await (await get(`/dev/mailbox.json${query}`)).json()) as {
          mails: { subject: string; at: string }[];
        }
      ).mails;
    assert.deepEqual(
      (await read('?to=Mara@kern.eu')).map(({ subject }) => subject),
      ['Third', 'First'],
    );
    assert.equal((await read('?limit=1')).length, 1);
    assert.equal((await read('')).length, 3);
    assert.equal((await read(''))[0]?.at, '2026-11-23T08:12:00.000Z');
  });

  test('keeps the latest 200', async () => {
    const { mailbox } = devWith();
    for (let i = 0; i < 201; i += 1) await mailbox.send(mail('mara@kern.eu', `No. ${i}`));
    assert.equal(mailbox.mails().length, 200);
    assert.equal(mailbox.find('1'), undefined);
  });
});

describe('the mailbox is refused', () => {
  const headers: Record<string, string>[] = [
    { Forwarded: 'for=203.0.113.9' },
    { 'X-Forwarded-For': '127.0.0.1' },
    { 'X-Forwarded-Host': 'localhost' },
    { 'X-Forwarded-Proto': 'https' },
    { 'X-Real-IP': '127.0.0.1' },
    { Via: '1.1 proxy' },
    { 'CF-Connecting-IP': '203.0.113.9' },
    { 'True-Client-IP': '203.0.113.9' },
    { Host: 'alder.example' },
    { Host: 'localhost.alder.example' },
    { Host: '203.0.113.9:4747' },
  ];
  for (const each of headers)
    test(`with ${Object.entries(each).flat().join(': ')}`, async () => {
      const { get } = devWith();
      for (const path of [
        '/dev/mailbox',
        '/dev/mailbox.json',
        '/dev/mailbox/1',
        '/dev/mailbox.js',
      ]) {
        const answer = await get(path, each);
        assert.equal(answer.status, 403, path);
        assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
        assert.equal(Problem.parse(await answer.json()).code, 'local_only');
      }
    });

  test('under the address of another host, whatever the Host header says', async () => {
    const routes = createDevRoutes({
      mailbox: createMailbox(() => new Date()),
      peer: () => '127.0.0.1',
      settled: async () => {},
    });
    const headers = { Host: 'localhost:4747' };
    const answer = await routes.request('http://alder.example/dev/mailbox', { headers });
    assert.equal(answer.status, 403);
  });

  test('to a peer that is not this machine', async () => {
    assert.equal((await devWith({ peer: '192.168.1.7' }).get('/dev/mailbox')).status, 403);
  });

  test('and answered by each name of this machine', async () => {
    for (const host of ['localhost:4747', '127.0.0.1:4747', '[::1]:4747', 'LOCALHOST'])
      assert.equal((await devWith().get('/dev/mailbox', { Host: host })).status, 200, host);
  });
});
