import type { SendCode } from '../services/contact-codes.ts';
import type { Asker } from '../services/challenges.ts';
import type { Lookup } from '../services/lookups.ts';
import { isRefusal } from '../services/refusal.ts';
import type { SignIn } from '../services/sign-in.ts';
import type { Ask, Handlers } from './frame/handler.ts';

interface Services {
  sendCode: SendCode;
  lookup: Lookup;
  signIn: SignIn;
}

export const identityRoutes = ({
  sendCode,
  lookup,
  signIn,
}: Services): Pick<Handlers, 'createChallenge' | 'answerChallenge' | 'createLookup'> => ({
  async createChallenge(ask) {
    const challenge = await sendCode(askerOf(ask), ask.body, ask.whoCalls);
    return isRefusal(challenge) ? challenge : { status: 202, body: challenge };
  },

  async answerChallenge({ shop, network, params, body }) {
    const opened = await signIn({ shop, network }, params.id, body);
    if (isRefusal(opened)) return opened;
    return { status: 200, body: opened.session, refresh: opened.refresh };
  },

  async createLookup(ask) {
    const found = await lookup(askerOf(ask), ask.body);
    if (isRefusal(found)) return found;
    return 'session' in found
      ? { status: 200, body: found.session, refresh: found.refresh }
      : { status: 202, body: found };
  },
});

const askerOf = ({
  shop,
  network,
  request,
  afterwards,
}: Pick<Ask<'createLookup'>, 'shop' | 'network' | 'request' | 'afterwards'>): Asker => ({
  shop,
  network,
  afterwards,
  language: request.headers.get('accept-language'),
});
