import { atom, type ReadableAtom } from 'nanostores';
import type { StaffSession } from '../../contract/staff.ts';
import { asProblem, type Problem } from '../../widget/client/problem.ts';
import type { Send } from '../../widget/client/request.ts';
import { addPasskey, answerPasskey, askForPasskey, offerPasskey } from '../client/passkeys.ts';
import { askForLink, getSession, giveCode, giveLink, signOut } from '../client/session.ts';
import { askPasskey, makePasskey } from '../host/authenticator.ts';

export interface SignInState {
  /** Undefined until it was asked for. */
  session?: StaffSession;
  /** Where a link was sent to. */
  sentTo?: string;
  busy: boolean;
  problem?: Problem;
}

/** Who is signed in, and how far. */
export interface Session {
  $state: ReadableAtom<SignInState>;
  read(): Promise<void>;
  ask(email: string): Promise<void>;
  /** Another address after all. */
  askAgain(): void;
  link(token: string): Promise<void>;
  code(code: string): Promise<void>;
  /** Alone, or in place of the code. */
  passkey(): Promise<void>;
  /** In place of the app, where there is neither. */
  firstPasskey(name: string): Promise<void>;
  /** The recovery codes are kept. */
  kept(): void;
  leave(where: 'here' | 'everywhere'): Promise<void>;
  /** To sign in anew: it is the same person, and what they have begun stays. */
  again(): Promise<void>;
}

/** `left`: somebody has signed out by themselves. */
export function createSession(send: Send, left: () => void): Session {
  const $state = atom<SignInState>({ busy: false });

  async function act(work: () => Promise<Partial<SignInState>>): Promise<void> {
    const { problem: _, ...before } = $state.get();
    $state.set({ ...before, busy: true });
    try {
      $state.set({ ...before, ...(await work()), busy: false });
    } catch (error) {
      $state.set({ ...before, busy: false, problem: asProblem(error) });
    }
  }

  return {
    $state,
    read: () => act(async () => ({ session: await getSession(send) })),
    ask: (email) =>
      act(async () => {
        await askForLink(send, email);
        return { sentTo: email };
      }),
    askAgain() {
      const { sentTo: _, problem: __, ...rest } = $state.get();
      $state.set(rest);
    },
    link: (token) => act(async () => ({ session: await giveLink(send, token) })),
    code: (code) => act(async () => ({ session: await giveCode(send, code) })),
    passkey: () =>
      act(async () => {
        const answer = await askPasskey(await askForPasskey(send));
        return answer ? { session: await answerPasskey(send, answer) } : {};
      }),
    firstPasskey: (name) =>
      act(async () => {
        const made = await makePasskey(await offerPasskey(send), name);
        return made ? { session: await addPasskey(send, made) } : {};
      }),
    kept() {
      const { session, ...rest } = $state.get();
      if (session?.kind !== 'staff') return;
      const { recoveryCodes: _, ...known } = session;
      $state.set({ ...rest, session: known });
    },
    leave: (where) =>
      act(async () => {
        await signOut(send, where);
        left();
        return { session: await getSession(send) };
      }),
    again: () =>
      act(async () => {
        await signOut(send, 'here');
        return { session: await getSession(send) };
      }),
  };
}
