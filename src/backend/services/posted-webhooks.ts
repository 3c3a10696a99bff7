import { retryAfterOf, type Outcome } from '../../domain/news/outbox.ts';
import type { ClaimedDelivery, Clock, WebhookEndpoint, WebhookFetch } from '../ports.ts';
import { readToItsEnd } from './read-to-its-end.ts';
import { signatureOf } from './secrets.ts';
import { signedText } from './signatures.ts';

/** The endpoint stands in a private network and nobody allowed that. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

/** Sends one webhook once, signed, and says how it went. */
export type PostWebhook = (
  endpoint: WebhookEndpoint,
  delivery: ClaimedDelivery,
) => Promise<Outcome>;

interface Ports {
  /** The way out to an endpoint. */
  fetchFor(endpoint: WebhookEndpoint): WebhookFetch;
  clock: Clock;
  answerWithinMs: number;
}

export const createPostWebhook =
  ({ fetchFor, clock, answerWithinMs }: Ports): PostWebhook =>
  async (endpoint, delivery) => {
    const at = Math.floor(clock().getTime() / 1000);
    const body = new TextEncoder().encode(delivery.body);
    const signature = await signatureOf(endpoint.secret, signedText(String(at), body));
    const signal = AbortSignal.timeout(answerWithinMs);
    try {
      const answer = await fetchFor(endpoint)(endpoint.url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'User-Agent': 'Front-Desk-Webhooks',
          'X-Front-Desk-Delivery': delivery.id,
          'X-Front-Desk-Event': delivery.type,
          'X-Front-Desk-Signature': `t=${at},v1=${signature}`,
        },
        body,
        redirect: 'manual',
        signal,
      });
      // its status has said it all
      await readToItsEnd(answer).catch(() => undefined);
      const retryAfter = retryAfterOf(answer.headers.get('Retry-After'), clock());
      return { status: answer.status, retryAfter };
    } catch (error) {
      if (error instanceof PrivateAddress) return { failure: 'private_address' };
      return { failure: signal.aborted ? 'timeout' : 'unreachable' };
    }
  };
