import type {
  PasskeyAnswer,
  PasskeyCreationOptions,
  PasskeyRegistration,
  PasskeyRequestOptions,
} from '../../contract/passkeys.ts';

/** Undefined where this browser has made none: its owner did not want to, or has one there. */
export async function makePasskey(
  options: PasskeyCreationOptions,
  name: string,
): Promise<PasskeyRegistration | undefined> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const made = await wanted(navigator.credentials.create({ publicKey }));
  if (!made) return undefined;
  const { id, response } = made.toJSON();
  if (!('attestationObject' in response)) return undefined;
  const { clientDataJSON, attestationObject } = response;
  return { name, credential: id, clientDataJSON, attestationObject };
}

/** Undefined where its owner did not want to. */
export async function askPasskey(
  options: PasskeyRequestOptions,
): Promise<PasskeyAnswer | undefined> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const given = await wanted(navigator.credentials.get({ publicKey }));
  if (!given) return undefined;
  const { id, response } = given.toJSON();
  if (!('signature' in response)) return undefined;
  const { clientDataJSON, authenticatorData, signature } = response;
  return { credential: id, clientDataJSON, authenticatorData, signature };
}

/** Whether this browser knows passkeys in JSON, as all do since 2025. */
export const knowsPasskeys = (): boolean =>
  'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

/** What a new passkey is called before its owner says otherwise: the kind of this device. */
export function deviceName({ userAgent }: Pick<Navigator, 'userAgent'>): string {
  const kinds = ['iPhone', 'iPad', 'Android', 'Macintosh', 'CrOS', 'Windows', 'Linux'];
  const kind = kinds.find((each) => userAgent.includes(each)) ?? 'Browser';
  return kind === 'Macintosh' ? 'Mac' : kind === 'CrOS' ? 'ChromeOS' : kind;
}

/** What the browser says where somebody has closed its window, or has a passkey there already. */
const DECLINED = ['NotAllowedError', 'AbortError', 'InvalidStateError'];

async function wanted(asked: Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  try {
    const given = await asked;
    return given instanceof PublicKeyCredential ? given : undefined;
  } catch (error) {
    if (error instanceof DOMException && DECLINED.includes(error.name)) return undefined;
    throw error;
  }
}
