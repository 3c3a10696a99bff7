import type { RunningMock } from '../../src/mock/index.ts';

const wish = {
  lines: [{ line: '4051-1', quantity: 1, reason: 'too_small', outcome: { kind: 'refund' } }],
  method: 'drop_off',
};

/** Something that the customer sends back: its id. */
export async function aReturn(mock: RunningMock): Promise<string> {
  const { token } = await asked(mock, '/v1/session/refresh', { 'x-front-desk': '1' });
  const who = { authorization: `Bearer ${token}` };
  const quote = await asked(mock, '/v1/orders/alder-4051/returns/quote', who, wish);
  const confirmed = { ...wish, quote: quote.id };
  return (await asked(mock, '/v1/orders/alder-4051/returns', who, confirmed)).return;
}

async function asked(mock: RunningMock, path: string, who: Record<string, string>, body = {}) {
  const headers = {
    ...{ 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    ...who,
  };
  const request = { method: 'POST', headers, body: JSON.stringify(body) };
  const answer = await mock.fetch(new Request(new URL(path, location.href), request));
  return answer.json();
}
