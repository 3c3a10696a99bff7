import type { Shop } from '../backend/ports.ts';
import { signatureOf } from '../backend/services/secrets.ts';
import type { TrackingUpdate, WebhookReceipt } from '../contract/webhooks.ts';
import type { Answer } from './scenarios.ts';

/** Tells the shop news of a parcel as a carrier does: over its webhook, signed. */
export async function tellOfParcel(
  update: TrackingUpdate,
  { answer, origin, shop, now }: { answer: Answer; origin: string; shop: Shop; now: Date },
): Promise<WebhookReceipt['result']> {
  const body = JSON.stringify(update);
  const at = Math.floor(now.getTime() / 1000);
  const signature = await signatureOf(
    shop.webhookSecret,
    new TextEncoder().encode(`${at}.${body}`),
  );
  const response = await answer(
    new Request(`${origin}/v1/webhooks/tracking?shop=${shop.id}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-front-desk-signature': `t=${at},v1=${signature}`,
      },
      body,
    }),
  );
  if (!response.ok) throw new Error(`The news were refused: ${await response.text()}`);
  return (await response.json()).result;
}
