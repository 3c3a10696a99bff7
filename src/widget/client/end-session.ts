import type { Send } from './request.ts';

/** The token goes along: there may be no cookie that says whose session it is. */
export const endSession = async (send: Send, token: string | undefined): Promise<void> => {
  await send('/session', { method: 'DELETE', cookie: true, token });
};
