import type { Desk } from '../../contract/desk.ts';
import type { Platform, Shop } from '../ports.ts';

/** The shop as the widget needs it: what is not offered is not there. */
export function deskOf(shop: Shop, platform: Platform, can: { mail: boolean }): Desk {
  const { orders } = platform.capabilities(shop);
  const { guestTracking: mode } = shop;
  const tracks = orders !== undefined && (mode === 'number' || (mode === 'code' && can.mail));
  return {
    shop: shop.id,
    name: shop.name,
    currency: shop.currency,
    timeZone: shop.timeZone,
    ...(shop.brand && { brand: shop.brand }),
    ...(shop.words && { words: shop.words }),
    capabilities: {
      ...(can.mail && { emailCode: {} }),
      ...(shop.identityKeys?.length && { ownLogin: {} }),
      ...(tracks && { guestTracking: { mode } }),
      ...(orders && { orders: { pageSize: orders.pageSize } }),
      uploads: {},
      wishlists: { alerts: can.mail },
      recommendations: {},
      events: {},
      chat: { mail: can.mail },
      live: {},
    },
    contact: shop.contact,
    links: shop.links,
  };
}
