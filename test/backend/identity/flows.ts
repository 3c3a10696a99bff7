import type { BackendUnderTest } from '../../builders/backend.ts';
import type { Visitor, VisitorOptions } from '../../builders/visitor.ts';

/** A page in which somebody has signed in with a code. */
export async function aCustomerVisitor(
  desk: BackendUnderTest,
  email: string,
  options?: VisitorOptions,
): Promise<Visitor> {
  const visitor = desk.visitor(options);
  const { body: challenge } = await visitor.post('/identity/challenges', { email });
  const code = await desk.code(email);
  const { body } = await visitor.post(`/identity/challenges/${challenge.id}/answer`, { code });
  visitor.token = body.token;
  return visitor;
}

/** A page in which somebody follows one order. */
export async function aGuestVisitor(
  desk: BackendUnderTest,
  number: string,
  email: string,
  options?: VisitorOptions,
): Promise<Visitor> {
  const visitor = desk.visitor(options);
  const { body } = await visitor.post('/identity/lookups', { number, email });
  visitor.token = body.token;
  return visitor;
}
