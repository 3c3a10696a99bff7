import type { Shop, WebhookEndpoint } from '../../src/backend/ports.ts';

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

export const anEndpoint = (wanted: Partial<WebhookEndpoint> = {}): WebhookEndpoint => ({
  url: 'https://erp.alder.example/front-desk',
  events: ['*'],
  secret: 'a secret for what is told to others',
  privateNetwork: false,
  ...wanted,
});
