import assert from 'node:assert/strict';
import { codeOf, stepAt } from '../../src/backend/services/totp.ts';
import { asked, begun } from '../../src/domain/conversations/conversations.ts';
import { aPicture } from './pictures.ts';
import type { StaffRole } from '../../src/contract/staff.ts';
import type { BackendUnderTest } from './backend.ts';
import { API, type Visitor } from './visitor.ts';

export const CONSOLE = `${API}/console`;

/** The console's own page, with nobody signed in. */
export const aConsole = (desk: BackendUnderTest, shop = 'alder'): Visitor =>
  desk.visitor({ origin: API, shop, headers: { 'X-Front-Desk': '1' } });

export async function addStaff(
  desk: BackendUnderTest,
  { email = 'jo@alder.example', name = 'Jo', role = 'agent' as StaffRole, shop = 'alder' } = {},
): Promise<void> {
  const staff = { shop, id: `staff-${name.toLowerCase()}`, email, name, role };
  await desk.storage.staff.add({
    ...staff,
    addedAt: '2026-11-01T00:00:00.000Z',
    isEnrolled: false,
  });
}

/** The token of the newest link that was mailed there. */
export async function linkToken(desk: BackendUnderTest, to: string): Promise<string> {
  await desk.backend.settled();
  const mail = desk.mails.findLast((each) => each.to === to);
  const token = /#link=([\w-]+)/.exec(mail?.text ?? '')?.[1];
  assert.ok(token, `No link was sent to ${to}`);
  return token;
}

/** Somebody of the shop, added and signed in with their app. */
export async function aColleague(
  desk: BackendUnderTest,
  who: Parameters<typeof addStaff>[1] = {},
): Promise<Visitor & { secret: string }> {
  const { email = 'jo@alder.example', shop = 'alder' } = who;
  await addStaff(desk, who);
  const page = aConsole(desk, shop);
  await page.post('/staff/links', { email });
  const linked = await page.post('/staff/session', { token: await linkToken(desk, email) });
  const secret = String(linked.body['secret']);
  const code = await codeOf(secret, stepAt(desk.clock.now));
  const told = await page.post('/staff/session/code', { code });
  assert.equal(told.body.kind, 'staff');
  return Object.assign(page, { secret });
}

/** Mara of Alder has asked something, and sent a picture. */
export async function aTalk(desk: BackendUnderTest, text = 'Is the Field coat warm?') {
  const at = desk.clock.now.toISOString();
  const { conversations, uploads } = desk.storage;
  const owner = { customer: 'mara' };
  await conversations.open('alder', owner, { id: 'maras-talk', record: begun(at) });
  await conversations.write({ id: 'alder' }, 'maras-talk', {
    client: 'maras-first-words',
    decide: (held) => asked(held, { client: 'maras-first-words', text }, at),
  });
  const bytes = aPicture('image/png');
  const picture = {
    id: 'maras-picture',
    shop: 'alder',
    owner: { customer: 'mara' },
    createdAt: at,
  };
  await uploads.add(
    { ...picture, type: 'image/png', size: bytes.length, bytes },
    { files: 1, bytes: bytes.length, since: at },
  );
}
