import { createSend, type Ask, type Send } from '../../widget/client/request.ts';

/** The request layer of the widget, for this page's own origin: its cookie says who asks. */
export function createConsoleSend(shop: string | undefined, locale: string): Send {
  const bearer = { token: async () => undefined, renew: async () => false };
  const send = createSend({
    ...{ api: '', shop, locale, bearer },
    life: new AbortController().signal,
  });
  return (path: string, ask: Ask = {}) => send(`/staff${path}`, { ...ask, cookie: true });
}
