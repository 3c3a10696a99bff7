import type { Mailbox } from './mailbox.ts';
import type { Answer } from './scenarios.ts';

export interface Door {
  answer: Answer;
  mailbox: Mailbox;
  origin: string;
  shop: string;
}

/** Signs a customer in as a shopper would: asks for a code, reads the mail, gives the code. */
export async function signIn(email: string, door: Door): Promise<void> {
  const { id } = await post(door, '/identity/challenges', { email });
  await post(door, `/identity/challenges/${id}/answer`, { code: door.mailbox.code(email) });
}

/** Follows one order as a guest, with its number and the e-mail it was placed with. */
export async function follow(number: string, email: string, door: Door): Promise<void> {
  await post(door, '/identity/lookups', { number, email });
}

async function post({ answer, origin, shop }: Door, path: string, body: unknown) {
  const response = await answer(
    new Request(`${origin}/v1${path}?shop=${shop}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(body),
    }),
  );
  if (!response.ok) throw new Error(`${path} was refused: ${await response.text()}`);
  return response.json();
}
