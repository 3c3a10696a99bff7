import { deviceOf } from '../../domain/identity/devices.ts';
import type { SessionTransport, Shop } from '../ports.ts';
import type { SendCode } from '../services/contact-codes.ts';
import type { Asker } from '../services/challenges.ts';
import type { Lookup } from '../services/lookups.ts';
import type { Opened } from '../services/opened-sessions.ts';
import type { OwnLogin } from '../services/own-login.ts';
import { isRefusal } from '../services/refusal.ts';
import type { SignIn } from '../services/sign-in.ts';
import type { Ask, Handlers } from './frame/handler.ts';

interface Services {
  sendCode: SendCode;
  lookup: Lookup;
  signIn: SignIn;
  ownLogin: OwnLogin;
  transport: SessionTransport;
}

export const identityRoutes = ({
  sendCode,
  lookup,
  signIn,
  ownLogin,
  transport,
}: Services): Pick<
  Handlers,
  'createChallenge' | 'answerChallenge' | 'createLookup' | 'createAssertion'
> => ({
  async createChallenge(ask) {
    const challenge = await sendCode(askerOf(ask), ask.body, ask.whoCalls);
    return isRefusal(challenge) ? challenge : { status: 202, body: challenge };
  },

  async answerChallenge({ shop, network, params, body, request, whoCalls, keep }) {
    const cookie = cookieIn(transport, request, shop);
    const from = { shop, network, device: deviceIn(request), cookie, whoCalls };
    const opened = await signIn(from, params.id, body, keep(tellOpened));
    return isRefusal(opened) ? opened : tellOpened(opened);
  },

  async createLookup(ask) {
    const found = await lookup(askerOf(ask), ask.body, ask.whoCalls, ask.keep(tellOpened));
    if (isRefusal(found)) return found;
    return 'session' in found ? tellOpened(found) : { status: 202, body: found };
  },

  async createAssertion({ shop, body, request, whoCalls, keep }) {
    const cookie = cookieIn(transport, request, shop);
    const bringer = { shop, device: deviceIn(request), cookie, whoCalls };
    const opened = await ownLogin(bringer, body.jwt, keep(tellOpened));
    return isRefusal(opened) ? opened : tellOpened(opened);
  },
});

const tellOpened = <Session>({ session, refresh }: Opened<Session>) => ({
  status: 200 as const,
  body: session,
  refresh,
});

/** The cookie that the answer's takes the place of; as at a refresh, only a page that says so may use it. */
const cookieIn = (transport: SessionTransport, request: Request, shop: Shop) =>
  request.headers.get('x-front-desk') === '1' ? transport.read(request, shop) : undefined;

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
