import { createBackend } from '../../src/backend/app.ts';
import type { Mail, Storage } from '../../src/backend/ports.ts';
import { createCookieTransport } from '../../src/backend/services/cookie-transport.ts';
import { createLocalBus } from '../../src/backend/services/local-bus.ts';
import { shopsOf } from '../../test/builders/backend.ts';
import { createVisitor } from '../../test/builders/visitor.ts';
import { emailOf, PEPPER, shop } from './shop.ts';

/** Access tokens of customers, and of guests who all follow the first order. */
export async function signIn(
  storage: Storage,
  { customers, guests, seed }: { customers: number; guests: number; seed: number },
): Promise<{ customers: string[]; guests: string[] }> {
  const mails: Mail[] = [];
  const backend = createBackend({
    storage,
    pepper: PEPPER,
    shops: shopsOf([shop]),
    mailer: { send: async (mail) => void mails.push(mail) },
    bus: createLocalBus(),
    transport: createCookieTransport(),
    clock: () => new Date(),
    clientAddress: (request) => request.headers.get('x-test-address') ?? '127.0.0.1',
    log: { info: () => {}, error: (event, error) => console.error(event, error) },
  });
  const visitor = (nth: number) =>
    createVisitor(async (request) => backend.fetch(request), { address: `10.${seed}.0.${nth}` });
  // the database remembers those of the last sign-in
  const keyed = () => ({ key: crypto.randomUUID() });
  const tokens = { customers: [] as string[], guests: [] as string[] };
  for (let nth = 0; nth < customers; nth += 1) {
    // others than at the last sign-in: one address gets a code every thirty seconds
    const email = emailOf(seed * customers + nth);
    const { body: challenge } = await visitor(nth).post('/identity/challenges', { email }, keyed());
    await backend.settled();
    const code = /^\d{6}$/m.exec(mails.findLast(({ to }) => to === email)?.text ?? '')?.[0];
    const answer = `/identity/challenges/${challenge.id}/answer`;
    const { status, body } = await visitor(nth).post(answer, { code }, keyed());
    if (status !== 200) throw new Error(`${email} could not sign in: ${body.code}`);
    tokens.customers.push(body.token);
  }
  for (let nth = 0; nth < guests; nth += 1) {
    const wish = { number: '#0', email: emailOf(0) };
    const { status, body } = await visitor(nth).post('/identity/lookups', wish, keyed());
    if (status !== 200) throw new Error(`A guest was refused: ${body.code}`);
    tokens.guests.push(body.token);
  }
  await backend.close();
  return tokens;
}
