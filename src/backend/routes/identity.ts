import { deviceOf } from '../../domain/devices.ts';
import type { SendCode } from '../services/contact-codes.ts';
import type { Asker } from '../services/challenges.ts';
import type { Lookup } from '../services/lookups.ts';
import type { OwnLogin } from '../services/own-login.ts';
import { isRefusal } from '../services/refusal.ts';
import type { SignIn } from '../services/sign-in.ts';
import type { Ask, Handlers } from './frame/handler.ts';

interface Services {
  sendCode: SendCode;
  lookup: Lookup;
  signIn: SignIn;
  ownLogin: OwnLogin;
}

export const identityRoutes = ({
  sendCode,
  lookup,
  signIn,
  ownLogin,
}: Services): Pick<
  Handlers,
  'createChallenge' | 'answerChallenge' | 'createLookup' | 'createAssertion'
> => ({
  async createChallenge(ask) {
    const challenge = await sendCode(askerOf(ask), ask.body, ask.whoCalls);
    return isRefusal(challenge) ? challenge : { status: 202, body: challenge };
  },

  async answerChallenge({ shop, network, params, body, request }) {
    const from = { shop, network, device: deviceIn(request) };
    const opened = await signIn(from, params.id, body);
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

  async createAssertion({ shop, body, request, whoCalls }) {
    const opened = await ownLogin({ shop, device: deviceIn(request), whoCalls }, body.jwt);
    if (isRefusal(opened)) return opened;
    return { status: 200, body: opened.session, refresh: opened.refresh };
  },
});

const deviceIn = ({ headers }: Request) => deviceOf(headers.get('user-agent'));

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
