import { isFresh } from '../../domain/staff/staff.ts';
import type { Clock, PasskeyRecord, PasskeyStore, StaffStore } from '../ports.ts';
import { auditEntry } from '../services/audit.ts';
import type { PasskeySignIn } from '../services/passkey-sign-in.ts';
import type { Passkeys } from '../services/passkeys.ts';
import { isRefusal, refuse } from '../services/refusal.ts';
import type { Handlers } from './frame/handler.ts';
import { signedInAnswer } from './staff.ts';

const told = ({ id, name, addedAt, usedAt }: PasskeyRecord) => ({
  ...{ id, name, addedAt },
  ...(usedAt !== undefined && { usedAt }),
});

export const passkeyRoutes = (
  signIn: PasskeySignIn,
  passkeys: Passkeys,
  store: PasskeyStore,
  people: StaffStore,
  clock: Clock,
): Pick<
  Handlers,
  | 'askForPasskey'
  | 'answerPasskey'
  | 'offerPasskey'
  | 'addPasskey'
  | 'listPasskeys'
  | 'renamePasskey'
  | 'removePasskey'
> => ({
  async askForPasskey({ shop }) {
    const options = await passkeys.ask(shop);
    return isRefusal(options) ? options : { status: 200, body: options };
  },

  async answerPasskey({ shop, request, body }) {
    const signedIn = await signIn.answer(shop, request, body);
    return isRefusal(signedIn) ? signedIn : signedInAnswer(signedIn);
  },

  async offerPasskey({ shop, request }) {
    const options = await signIn.offer(shop, request);
    return isRefusal(options) ? options : { status: 200, body: options };
  },

  async addPasskey({ shop, request, body }) {
    const signedIn = await signIn.add(shop, request, body);
    return isRefusal(signedIn) ? signedIn : signedInAnswer(signedIn);
  },

  async listPasskeys({ shop, caller }) {
    const all = await store.of(shop.id, caller.staff);
    return { status: 200, body: { items: all.map(told) } };
  },

  async renamePasskey({ shop, caller, params, body }) {
    const renamed = await store.rename(shop.id, caller.staff, params.id, body.name);
    return renamed ? { status: 200, body: told(renamed) } : refuse('not_found');
  },

  async removePasskey({ shop, caller, params }) {
    if (!isFresh(caller, clock())) return refuse('step_up_required');
    const staff = await people.member(shop.id, caller.staff);
    const least = staff?.isEnrolled ? 0 : 1;
    const done = { action: 'passkey_removed', subject: params.id } as const;
    const audit = auditEntry(shop, caller, done, clock());
    const removed = await store.remove(shop.id, caller.staff, params.id, least, audit);
    if (removed === 'unknown') return refuse('not_found');
    if (removed === 'last') return refuse('last_second_factor');
    return { status: 204 };
  },
});
