import type { TrackingUpdate, WebhookReceipt } from '../../contract/webhooks.ts';
import { later } from '../../domain/identity.ts';
import type { Bus, Clock, DeliveryStore, Platform, Shop } from '../ports.ts';
import { refuse, type Refusal } from './refusal.ts';
import { sameSecret, sha256, signatureOf } from './secrets.ts';
import { customerTopic, orderTopic } from './topics.ts';

const TOLERANCE = 5 * 60;
/** Senders try again for days. */
const REMEMBERED = 7 * 24 * 60 * 60;
const MOST_SIGNATURES = 5;

export interface Webhooks {
  /** Undefined when the body is signed with the shop's secret, and lately. */
  check(
    shop: Shop,
    request: Request,
    body: Uint8Array,
  ): Promise<Refusal<'signature_invalid'> | undefined>;
  takeTracking(
    shop: Shop,
    request: Request,
    body: Uint8Array,
    update: TrackingUpdate,
  ): Promise<WebhookReceipt>;
}

interface Ports {
  deliveries: DeliveryStore;
  platform: Platform;
  bus: Bus;
  clock: Clock;
}

export function createWebhooks({ deliveries, platform, bus, clock }: Ports): Webhooks {
  return {
    async check(shop, request, body) {
      const { at, signatures } = readSignature(request.headers.get('x-front-desk-signature') ?? '');
      const age = Math.abs(clock().getTime() / 1000 - Number(at));
      if (!/^\d{1,12}$/.test(at) || age > TOLERANCE) return refuse('signature_invalid');
      const right = await signatureOf(shop.webhookSecret, signedText(at, body));
      const isSigned = signatures.filter((given) => sameSecret(given.toLowerCase(), right)).length;
      return isSigned ? undefined : refuse('signature_invalid');
    },

    async takeTracking(shop, request, body, update) {
      const delivery = await deliveryId(request, body);
      if (await deliveries.has(shop.id, delivery)) return { result: 'unchanged' };
      const applied = await platform.applyTracking?.(shop, update);
      // not remembered: when the order has come in by then, a second try must find it
      if (!applied) return { result: 'unknown_parcel' };
      // remembered after it was applied: news told twice change nothing, news lost are lost
      await deliveries.add(shop.id, delivery, later(clock(), REMEMBERED));
      if (!applied.changed) return { result: 'unchanged' };
      const { id, customer } = applied.order;
      const change = { topic: 'order', id };
      await bus.publish(orderTopic(shop.id, id), change);
      if (customer !== undefined) await bus.publish(customerTopic(shop.id, customer), change);
      return { result: 'applied' };
    },
  };
}

/** `t=SECONDS,v1=HEX`; while a secret is being changed a sender may give several v1. */
function readSignature(header: string): { at: string; signatures: string[] } {
  const parts = header.split(',').map((part) => part.trim());
  const valuesOf = (name: string) =>
    parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));
  return { at: valuesOf('t')[0] ?? '', signatures: valuesOf('v1').slice(0, MOST_SIGNATURES) };
}

/** What a signature is of. */
export function signedText(at: string, body: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(`${at}.`);
  const text = new Uint8Array(head.length + body.length);
  text.set(head);
  text.set(body, head.length);
  return text;
}

/** The sender's own id of the delivery; without one the content stands for it. */
async function deliveryId(request: Request, body: Uint8Array): Promise<string> {
  const named = request.headers.get('x-front-desk-delivery');
  return named ? `id ${await sha256(named)}` : `content ${await sha256(body)}`;
}
