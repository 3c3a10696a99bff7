/** A shop as front-desk.config.json describes it. */
export const aShopConfig = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: 'alder',
  name: 'Alder',
  origins: ['https://alder.example'],
  timeZone: 'Europe/Brussels',
  currency: 'EUR',
  contact: { email: 'help@alder.example' },
  webhookSecret: 'a-webhook-secret-of-32-characters',
  ...change,
});

export const aConfig = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  shop: aShopConfig(),
  ...change,
});
