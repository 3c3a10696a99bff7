import {
  MOST_PASSKEYS,
  type PasskeyAnswer,
  type PasskeyCreationOptions,
  type PasskeyRegistration,
  type PasskeyRequestOptions,
} from '../../contract/passkeys.ts';
import type {
  BackendPorts,
  Clock,
  PasskeyProofs,
  PasskeyRecord,
  PasskeyStore,
  Shop,
  StaffRecord,
} from '../ports.ts';
import { auditEntry } from './audit.ts';
import { challengeLife, type PasskeyChallenges } from './passkey-challenges.ts';
import { refuse, type Refusal } from './refusal.ts';
import { base64url, newId } from './secrets.ts';

type Unavailable = Refusal<'passkeys_unavailable'>;
type Refused = Refusal<'passkey_refused'>;

/** Passkeys of the shop’s people: two factors in one, so that no link and no code is asked for. */
export interface Passkeys {
  isOffered(shop: Shop): boolean;
  of(shop: Shop, staff: string): Promise<PasskeyRecord[]>;
  offer(shop: Shop, staff: StaffRecord): Promise<PasskeyCreationOptions | Unavailable>;
  add(
    shop: Shop,
    staff: StaffRecord,
    given: PasskeyRegistration,
  ): Promise<PasskeyRecord | Unavailable | Refused | Refusal<'too_many_passkeys'>>;
  ask(shop: Shop): Promise<PasskeyRequestOptions | Unavailable>;
  /** The passkey that has answered. */
  answer(shop: Shop, given: PasskeyAnswer): Promise<PasskeyRecord | Unavailable | Refused>;
}

interface Ports {
  store: PasskeyStore;
  proofs: PasskeyProofs | undefined;
  challenges: PasskeyChallenges;
  consoleAddress: BackendPorts['consoleAddress'];
  clock: Clock;
}

/** COSE: Ed25519, P-256, RSA. https://www.iana.org/assignments/cose */
const ALGORITHMS = [-8, -7, -257];
const timeout = challengeLife * 1000;

export function createPasskeys({ store, proofs, challenges, clock, ...ports }: Ports): Passkeys {
  const adding = (shop: Shop, staff: string) => `add ${shop.id} ${staff}`;
  const signingIn = (shop: Shop) => `sign in ${shop.id}`;

  /** Where passkeys are made and used: browsers make none for an IP address. */
  function placeOf(shop: Shop): { origin: string; rpId: string } | undefined {
    const address = proofs && ports.consoleAddress?.(shop);
    if (address === undefined) return undefined;
    const { origin, hostname } = new URL(address);
    return isIp(hostname) ? undefined : { origin, rpId: hostname };
  }

  return {
    isOffered: (shop) => placeOf(shop) !== undefined,
    of: (shop, staff) => store.of(shop.id, staff),

    async offer(shop, { id, email, name }) {
      const place = placeOf(shop);
      if (!place) return refuse('passkeys_unavailable');
      const known = await store.of(shop.id, id);
      return {
        challenge: await challenges.make(adding(shop, id)),
        rp: { id: place.rpId, name: shop.name },
        user: { id: base64url(new TextEncoder().encode(id)), name: email, displayName: name },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        timeout,
        excludeCredentials: known.map((one) => ({ type: 'public-key', id: one.credential })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
      };
    },

    async add(shop, staff, given) {
      const place = placeOf(shop);
      if (!proofs || !place) return refuse('passkeys_unavailable');
      const challenge = await challenges.use(adding(shop, staff.id), given.clientDataJSON);
      const proof =
        challenge === undefined
          ? undefined
          : await proofs.registered(given, { challenge, ...place });
      if (!proof) return refuse('passkey_refused');
      const at = clock();
      const passkey: PasskeyRecord = {
        ...{ shop: shop.id, id: newId(), staff: staff.id, credential: given.credential, ...proof },
        ...{ name: given.name, addedAt: at.toISOString() },
      };
      const done = { action: 'passkey_added', subject: passkey.id, detail: passkey.name } as const;
      const who = { staff: staff.id, name: staff.name };
      const isAdded = await store.add(
        ...([passkey, MOST_PASSKEYS, auditEntry(shop, who, done, at)] as const),
      );
      return isAdded ? passkey : refuse('too_many_passkeys');
    },

    async ask(shop) {
      const place = placeOf(shop);
      if (!place) return refuse('passkeys_unavailable');
      const challenge = await challenges.make(signingIn(shop));
      return { challenge, rpId: place.rpId, timeout, userVerification: 'required' };
    },

    async answer(shop, given) {
      const place = placeOf(shop);
      if (!proofs || !place) return refuse('passkeys_unavailable');
      const known = await store.byCredential(shop.id, given.credential);
      const challenge = await challenges.use(signingIn(shop), given.clientDataJSON);
      if (!known || challenge === undefined) return refuse('passkey_refused');
      const proof = await proofs.asserted(given, known, { challenge, ...place });
      const use = proof && { at: clock().toISOString(), ...proof };
      return use && (await store.used(shop.id, known.id, use)) ? known : refuse('passkey_refused');
    },
  };
}

const isIp = (hostname: string): boolean =>
  hostname.startsWith('[') || /^\d+(\.\d+){3}$/.test(hostname);
