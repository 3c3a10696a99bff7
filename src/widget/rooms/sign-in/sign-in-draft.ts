import type { Challenge, LookupRequest } from '../../../contract/identity.ts';
import type { Desk } from '../../stores/desk.ts';

/** What a reload must not cost: the address, and the code that is on its way. */
export interface SignInDraft {
  email?: string;
  challenge?: Challenge;
  /** The code was sent for an order that was looked up; asking again is looking up again. */
  lookUp?: LookupRequest;
}

/** In place of an order: whoever is signed in proves it anew. */
export const SELF = 'self';

const nameOf = (order: string | undefined): string =>
  order === SELF ? `sign-in ${SELF}` : 'sign-in';

/** Without the code where that is over. */
export function readDraft({ drafts }: Desk, order: string | undefined): SignInDraft {
  const { challenge, ...draft } = drafts.read<SignInDraft>(nameOf(order)) ?? {};
  return challenge && Date.parse(challenge.expiresAt) > Date.now()
    ? { ...draft, challenge }
    : draft;
}

export const writeDraft = ({ drafts }: Desk, order: string | undefined, draft: SignInDraft): void =>
  drafts.write(nameOf(order), Object.keys(draft).length ? draft : undefined);
