import {
  PasskeyAnswer,
  PasskeyChange,
  PasskeyCreationOptions,
  PasskeyList,
  PasskeyRegistration,
  PasskeyRequestOptions,
  Passkey,
} from '../passkeys.ts';
import { StaffSession } from '../staff.ts';
import { byId } from './route.ts';
import type { Route } from './route.ts';

/** Passkeys of the shop’s own people: WebAuthn, on the console’s own page. */
export const passkeyRoutes = {
  askForPasskey: {
    method: 'post',
    path: '/staff/session/passkey/options',
    area: 'staff',
    access: 'console',
    summary: 'What the browser asks a passkey, whoever’s it is',
    answers: { 200: PasskeyRequestOptions },
    problems: ['passkeys_unavailable'],
  },
  answerPasskey: {
    method: 'post',
    path: '/staff/session/passkey',
    area: 'staff',
    access: 'console',
    summary: 'Sign in by a passkey: it stands for the link and the code',
    body: PasskeyAnswer,
    answers: { 200: StaffSession },
    problems: ['passkeys_unavailable', 'passkey_refused'],
  },
  offerPasskey: {
    method: 'post',
    path: '/staff/passkeys/options',
    area: 'staff',
    access: 'console',
    summary: 'What the browser makes a passkey of, for who is in or sets up their second factor',
    answers: { 200: PasskeyCreationOptions },
    problems: ['unauthenticated', 'step_up_required', 'passkeys_unavailable'],
  },
  addPasskey: {
    method: 'post',
    path: '/staff/passkeys',
    area: 'staff',
    access: 'console',
    summary: 'Add a passkey; where it is the first second factor, the session is whole with it',
    body: PasskeyRegistration,
    answers: { 200: StaffSession },
    problems: [
      'unauthenticated',
      'step_up_required',
      'passkeys_unavailable',
      'passkey_refused',
      'too_many_passkeys',
    ],
  },
  listPasskeys: {
    method: 'get',
    path: '/staff/passkeys',
    area: 'staff',
    access: 'staff',
    summary: 'The caller’s own passkeys',
    answers: { 200: PasskeyList },
  },
  renamePasskey: {
    method: 'put',
    path: '/staff/passkeys/:id',
    area: 'staff',
    access: 'staff',
    summary: 'Rename one of one’s own passkeys',
    params: byId,
    body: PasskeyChange,
    answers: { 200: Passkey },
    problems: ['not_found'],
  },
  removePasskey: {
    method: 'delete',
    path: '/staff/passkeys/:id',
    area: 'staff',
    access: 'staff',
    summary: 'Remove a passkey; the only second factor cannot be removed',
    params: byId,
    answers: { 204: null },
    problems: ['not_found', 'last_second_factor', 'step_up_required'],
  },
} as const satisfies Record<string, Route>;
