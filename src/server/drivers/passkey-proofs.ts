import type { PasskeyExpectation, PasskeyProofs, PasskeyRecord } from '../../backend/ports.ts';

const expectation = ({ challenge, origin, rpId }: PasskeyExpectation) => ({
  ...{ expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpId },
  requireUserVerification: true,
});

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const bytesOf = ({ publicKey }: Pick<PasskeyRecord, 'publicKey'>) =>
  new Uint8Array(Buffer.from(publicKey, 'base64url'));

/** WebAuthn by @simplewebauthn/server, which is large: it comes with the first passkey. */
export function createPasskeyProofs(): PasskeyProofs {
  const library = () => import('@simplewebauthn/server');
  return {
    registered: ({ credential, clientDataJSON, attestationObject }, expected) =>
      holding(async () => {
        const { verifyRegistrationResponse } = await library();
        const { verified, registrationInfo } = await verifyRegistrationResponse({
          ...expectation(expected),
          response: {
            ...{ id: credential, rawId: credential, type: 'public-key' },
            ...{ response: { clientDataJSON, attestationObject }, clientExtensionResults: {} },
          },
        });
        const made = registrationInfo?.credential;
        if (!verified || made?.id !== credential) return undefined;
        return { publicKey: base64url(made.publicKey), counter: made.counter };
      }),

    asserted: ({ credential, clientDataJSON, authenticatorData, signature }, known, expected) =>
      holding(async () => {
        const { verifyAuthenticationResponse } = await library();
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          ...expectation(expected),
          credential: { id: credential, publicKey: bytesOf(known), counter: known.counter },
          response: {
            ...{ id: credential, rawId: credential, type: 'public-key' },
            ...{ response: { clientDataJSON, authenticatorData, signature } },
            clientExtensionResults: {},
          },
        });
        return verified ? { counter: authenticationInfo.newCounter } : undefined;
      }),
  };
}

/** The library throws for whatever a stranger got wrong: it does not hold, and why is not asked. */
async function holding<T>(check: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await check();
  } catch {
    return undefined;
  }
}
