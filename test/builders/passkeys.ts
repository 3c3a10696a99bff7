import { createPasskeyProofs } from '../../src/server/drivers/passkey-proofs.ts';
import type {
  PasskeyAnswer,
  PasskeyCreationOptions,
  PasskeyRegistration,
  PasskeyRequestOptions,
} from '../../src/contract/passkeys.ts';
import { CONSOLE } from './colleague.ts';
import { API } from './visitor.ts';

/** A console at which passkeys are taken. */
export const passkeyPorts = {
  consoleAddress: () => CONSOLE,
  passkeyProofs: createPasskeyProofs(),
};

/** What answers no challenge of ours. */
export const ofNoChallenge: { registration: PasskeyRegistration; answer: PasskeyAnswer } = {
  registration: {
    ...{ name: 'Laptop', credential: 'of-nobody' },
    ...{ clientDataJSON: 'e30', attestationObject: 'oA' },
  },
  answer: {
    ...{ credential: 'of-nobody', clientDataJSON: 'e30' },
    ...{ authenticatorData: 'AA', signature: 'AA' },
  },
};

/** An authenticator with one passkey of ES256, and the page it stands beside. */
export interface Authenticator {
  register(options: PasskeyCreationOptions, name?: string): Promise<PasskeyRegistration>;
  answer(options: PasskeyRequestOptions): Promise<PasskeyAnswer>;
}

export interface AuthenticatorOptions {
  origin?: string;
  /** False: whoever holds it has not shown who they are. */
  isVerified?: boolean;
  /** Whether it counts how often it has signed; a copy of it begins anew. */
  counter?: number;
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const joined = (...parts: (readonly number[] | Uint8Array)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const ascii = (text: string): number[] => [...Buffer.from(text, 'ascii')];
const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

const ATTESTED = 0x40;

export async function anAuthenticator({
  origin = API,
  isVerified = true,
  counter = 0,
}: AuthenticatorOptions = {}): Promise<Authenticator> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const id = crypto.getRandomValues(new Uint8Array(16));
  const credential = base64url(id);
  let signed = counter;

  const clientData = (type: string, challenge: string) =>
    joined(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })));

  async function authenticatorData(rpId: string, extra: Uint8Array | readonly number[] = []) {
    const flags = 1 | (isVerified ? 4 : 0) | (extra.length ? ATTESTED : 0);
    if (counter > 0) signed += 1;
    const hash = await sha256(joined(ascii(rpId)));
    return joined(hash, [flags, 0, 0, signed >> 8, signed & 255], extra);
  }

  return {
    async register({ challenge, rp }, name = 'Laptop') {
      // COSE: { kty: EC2, alg: ES256, crv: P-256, x, y }
      const key = joined(
        [0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32],
        ...([point.slice(1, 33), [0x22, 0x58, 32], point.slice(33)] as const),
      );
      const attested = joined(new Uint8Array(16), [0, id.length], id, key);
      const data = await authenticatorData(rp.id, attested);
      // CBOR: { fmt: 'none', attStmt: {}, authData }
      const attestation = joined(
        [0xa3, 0x63, ...ascii('fmt'), 0x64, ...ascii('none')],
        [0x67, ...ascii('attStmt'), 0xa0, 0x68, ...ascii('authData'), 0x58, data.length],
        data,
      );
      return {
        ...{ name, credential, attestationObject: base64url(attestation) },
        clientDataJSON: base64url(clientData('webauthn.create', challenge)),
      };
    },

    async answer({ challenge, rpId }) {
      const client = clientData('webauthn.get', challenge);
      const data = await authenticatorData(rpId);
      const message = joined(data, await sha256(client));
      const hash = { name: 'ECDSA', hash: 'SHA-256' };
      const raw = new Uint8Array(await crypto.subtle.sign(hash, pair.privateKey, message));
      return {
        ...{ credential, clientDataJSON: base64url(client), authenticatorData: base64url(data) },
        signature: base64url(der(raw)),
      };
    },
  };
}

/** A signature as WebAuthn has it: a SEQUENCE of two INTEGERs. */
function der(raw: Uint8Array): Uint8Array {
  const integer = (bytes: Uint8Array): Uint8Array => {
    const first = bytes.findIndex((byte) => byte !== 0);
    const value = bytes.slice(first);
    const sign = (value[0] ?? 0) > 127 ? [0] : [];
    return joined([2, value.length + sign.length], sign, value);
  };
  const both = joined(integer(raw.slice(0, 32)), integer(raw.slice(32)));
  return joined([0x30, both.length], both);
}
