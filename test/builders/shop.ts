import type { Shop } from '../../src/backend/ports.ts';

export const aShop = (wanted: Partial<Shop> = {}): Shop => ({
  id: 'alder',
  name: 'Alder',
  origins: ['https://alder.example'],
  timeZone: 'Europe/Amsterdam',
  currency: 'EUR',
  contact: { email: 'help@alder.example' },
  links: {},
  guestTracking: 'number',
  webhookSecret: 'a webhook secret of some length for tests',
  ...wanted,
});
