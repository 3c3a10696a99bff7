import { Problem } from '../../widget/client/problem.ts';
import { createSend, type Ask, type Send } from '../../widget/client/request.ts';

export interface ConsoleSend {
  shop: string | undefined;
  locale: string;
  /** Whether somebody is at the desk; what the page asks by itself keeps nobody signed in. */
  isAttended(): boolean;
  /** Nobody is signed in any more. */
  out(): void;
}

/** The request layer of the widget, for this page's own origin: its cookie says who asks. */
export function createConsoleSend({ shop, locale, isAttended, out }: ConsoleSend): Send {
  const bearer = { token: async () => undefined, renew: async () => false };
  const send = createSend({
    ...{ api: '', shop, locale, bearer },
    life: new AbortController().signal,
  });
  return async (path: string, ask: Ask = {}) => {
    const headers = { ...ask.headers, ...(!isAttended() && { 'x-front-desk-active': '0' }) };
    try {
      return await send(`/staff${path}`, { ...ask, cookie: true, headers });
    } catch (error) {
      if (error instanceof Problem && error.code === 'unauthenticated') out();
      throw error;
    }
  };
}
