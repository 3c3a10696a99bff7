import { MOST_STAFF } from '../../contract/staff.ts';
import type { StaffStore } from '../ports.ts';
import { isRefusal } from '../services/refusal.ts';
import type { StaffSessions, StaffSignedIn } from '../services/staff-sessions.ts';
import type { StaffSignIn } from '../services/staff-sign-in.ts';
import type { Handlers } from './frame/handler.ts';
import { languageOf } from './language.ts';

export const signedInAnswer = ({ session, cookie }: StaffSignedIn) => ({
  ...{ status: 200 as const, body: session },
  ...(cookie !== undefined && { staffCookie: cookie }),
});

export const staffRoutes = (
  signIn: StaffSignIn,
  sessions: StaffSessions,
  store: StaffStore,
): Pick<
  Handlers,
  | 'createStaffLink'
  | 'answerStaffLink'
  | 'answerStaffCode'
  | 'getStaffSession'
  | 'endStaffSession'
  | 'endStaffSessions'
  | 'listStaff'
> => ({
  async createStaffLink({ shop, network, afterwards, request, body }) {
    const asker = { shop, network, afterwards, language: languageOf(request) };
    return (await signIn.sendLink(asker, body.email)) ?? { status: 202 };
  },

  async answerStaffLink({ shop, body }) {
    const signedIn = await signIn.answerLink(shop, body.token);
    return isRefusal(signedIn) ? signedIn : signedInAnswer(signedIn);
  },

  async answerStaffCode({ shop, request, body }) {
    const signedIn = await signIn.answerCode(shop, request, body.code);
    return isRefusal(signedIn) ? signedIn : signedInAnswer(signedIn);
  },

  async getStaffSession({ shop, request }) {
    return { status: 200, body: await sessions.current(shop, request) };
  },

  async endStaffSession({ shop, request }) {
    await sessions.end(shop, request);
    return { status: 204, staffCookie: null };
  },

  async endStaffSessions({ shop, caller }) {
    await sessions.endAll(shop, caller);
    return { status: 204, staffCookie: null };
  },

  async listStaff({ shop }) {
    const all = await store.all(shop.id, MOST_STAFF);
    return { status: 200, body: { items: all.map(({ id, name, role }) => ({ id, name, role })) } };
  },
});
