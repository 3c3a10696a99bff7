import type { ChallengeRequest } from '../../../contract/identity.ts';
import type { Desk } from '../../stores/desk.ts';
import type { SignInDraft } from './sign-in-draft.ts';

/** Whose address gets the code, where it need not be asked for. */
export type Known = Exclude<ChallengeRequest, { email: string } | { phone: string }>;

/** What the screens of this room are made from, and what they can do. */
export interface SignInView {
  readonly desk: Desk;
  readonly draft: SignInDraft;
  readonly known: Known | undefined;
  readonly code: string;
  readonly busy: boolean;
  readonly error: string;
  /** The address. */
  type(text: string): void;
  /** The form: the address, or the code once more. */
  send(event: SubmitEvent): void;
  /** The code, as far as it is typed. */
  enter(code: string): void;
  /** The link that was opened. */
  open(): void;
  /** Another address. */
  change(): void;
  /** Another code to the same one. */
  again(): void;
}
