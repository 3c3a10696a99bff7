import type { StaffAction, StaffSession } from '../../contract/staff.ts';
import { pictureOf } from '../../domain/returns/code-picture.ts';
import type { Clock, Shop, StaffRecord, StaffStore } from '../ports.ts';
import { auditEntry } from './audit.ts';
import type { Passkeys } from './passkeys.ts';
import type { Keyring } from './secrets.ts';
import { newRecoveryCode, newSecret, otpauth, stepOfCode } from './totp.ts';

/** What somebody proves themselves with beyond the mailed link. */
export interface SecondFactors {
  /** Whether they have any; until then a link is all that is asked for, to set one up. */
  areSet(shop: Shop, staff: StaffRecord): Promise<boolean>;
  /** What is asked of somebody whose link was good. */
  asked(shop: Shop, staff: StaffRecord): Promise<StaffSession>;
  /** While there is none: what an app is to be set up with. */
  propose(shop: Shop, staff: StaffRecord): Promise<void>;
  /** By which of them this code is theirs. It serves once. */
  proven(shop: Shop, staff: StaffRecord, given: string): Promise<'app' | 'recovery' | undefined>;
  /** With the first of them their second factor is set. */
  newRecoveryCodes(shop: Shop, staff: StaffRecord): Promise<string[]>;
}

interface Ports {
  store: StaffStore;
  passkeys: Passkeys;
  keyring: Keyring;
  clock: Clock;
}

const RECOVERY_CODES = 10;

export function createSecondFactors({ store, passkeys, keyring, clock }: Ports): SecondFactors {
  const sealed = (staff: { id: string }) => `secret of ${staff.id}`;
  const recoveryHash = (shop: Shop, staff: string, code: string) =>
    keyring.mac('recovery code', shop.id, staff, code.toLowerCase().replaceAll(/[\s-]/g, ''));
  const hasPasskey = async (shop: Shop, staff: StaffRecord) =>
    (await passkeys.of(shop, staff.id)).length > 0;
  const entry = (shop: Shop, { id, name }: StaffRecord, action: StaffAction) =>
    auditEntry(shop, { staff: id, name }, { action }, clock());
  const areSet: SecondFactors['areSet'] = async (shop, staff) =>
    staff.isEnrolled || (await hasPasskey(shop, staff));

  return {
    areSet,

    async asked(shop, staff) {
      const keys = await hasPasskey(shop, staff);
      const app = staff.isEnrolled;
      if (app || keys || staff.secret === undefined)
        return { kind: 'code', shop: shop.name, app, passkeys: keys && passkeys.isOffered(shop) };
      const secret = await keyring.open(sealed(staff), staff.secret);
      const uri = otpauth(shop.name, staff.email, secret);
      return {
        ...{ kind: 'enrol', shop: shop.name, secret, uri, picture: pictureOf(uri) },
        passkeys: passkeys.isOffered(shop),
      };
    },

    propose: async (shop, staff) =>
      store.proposeSecret(shop.id, staff.id, await keyring.seal(sealed(staff), newSecret())),

    async proven(shop, staff, given) {
      const code = given.replaceAll(/\s/g, '');
      const isSet = await areSet(shop, staff);
      if (/^\d{6}$/.test(code)) {
        // an app that was shown to them but never used proves nothing beside a passkey
        if (staff.secret === undefined || (isSet && !staff.isEnrolled)) return undefined;
        // sealed under another pepper, which is lost: until it is set anew no code is right
        const secret = await keyring.open(sealed(staff), staff.secret).catch(() => undefined);
        const step = secret === undefined ? undefined : await stepOfCode(secret, code, clock());
        const isUsed = step !== undefined && (await store.useStep(shop.id, staff.id, step));
        return isUsed ? 'app' : undefined;
      }
      const hash = await recoveryHash(shop, staff.id, code);
      const used = entry(shop, staff, 'recovery_code_used');
      return isSet && (await store.useRecoveryCode(shop.id, staff.id, hash, used))
        ? 'recovery'
        : undefined;
    },

    async newRecoveryCodes(shop, staff) {
      const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
      const hashes = await Promise.all(codes.map((code) => recoveryHash(shop, staff.id, code)));
      const set = entry(shop, staff, 'second_factor_set');
      await store.setRecoveryCodes(shop.id, staff.id, hashes, set);
      return codes;
    },
  };
}
