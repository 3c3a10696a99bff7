import { createMock, type Mock } from '../../src/mock/index.ts';
import { same } from './claims.ts';

const MARA = 'mara@kern.eu';
const HOUR = 60 * 60 * 1000;
const noon = new Date('2026-11-25T12:00:00.000Z');
let name = '';

/** A page of the shop: each navigation makes the mock anew, over what the last one kept. */
const page = (now = noon): Promise<Mock> => createMock({ keep: name, clock: () => now });

async function whoIsHere(mock: Mock): Promise<string> {
  const headers = { 'x-front-desk': '1' };
  const url = `${location.origin}/v1/session/refresh`;
  const response = await mock.fetch(new Request(url, { method: 'POST', headers }));
  const { kind, customer } = await response.json();
  return customer?.firstName ?? kind;
}

describe('What the mock keeps', () => {
  beforeEach(() => {
    name = `test ${crypto.randomUUID()}`;
  });
  afterEach(async () => (await page()).reset());

  it('is there after a navigation: the session and what was written', async () => {
    const first = await page();
    await first.signIn(MARA);
    same(await whoIsHere(first), 'Mara', 'Who is here');
    same(await whoIsHere(await page()), 'Mara', 'Who is here on the next page');
  });

  it('is gone after a reset', async () => {
    const first = await page();
    await first.signIn(MARA);
    await first.reset();
    same(first.mailbox.list(), [], 'The mailbox');
    same(await whoIsHere(first), 'anonymous', 'Who is here');
    same(await whoIsHere(await page()), 'anonymous', 'Who is here on the next page');
  });

  it('is told anew once its parcels should have come', async () => {
    await (await page()).signIn(MARA);
    const later = await page(new Date(noon.getTime() + 11 * HOUR));
    same(await whoIsHere(later), 'Mara', 'Who is here the same day');
    const nextDay = await page(new Date(noon.getTime() + 25 * HOUR));
    same(await whoIsHere(nextDay), 'anonymous', 'Who is here the next day');
  });

  it('is another shop’s own', async () => {
    await (await page()).signIn(MARA);
    const other = await createMock({ keep: name, clock: () => noon, shop: { id: 'birch' } });
    same(await whoIsHere(other), 'anonymous', 'Who is at the other shop');
    await other.reset();
  });
});
