import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type {
  AuditRecord,
  PasskeyRecord,
  SettingRecord,
  Storage,
} from '../../src/backend/ports.ts';
import type { StaffAction } from '../../src/contract/staff.ts';

const at = '2026-11-23T09:00:00.000Z';
const later = '2026-11-24T09:00:00.000Z';
const jo = { shop: 'oak', id: 'jo', email: 'jo@oak.example', name: 'Jo', role: 'agent' as const };
const passkey: PasskeyRecord = {
  ...{ shop: 'oak', id: 'key', staff: 'jo', credential: 'credential', publicKey: 'pQECAyYg' },
  ...{ counter: 0, name: 'Phone', addedAt: at },
};
const session = { shop: 'oak', staff: 'jo', isWhole: true, seenAt: at, endsAt: later };
const setting: SettingRecord = {
  ...{ shop: 'oak', name: 'brand', version: 1, value: '{}', at, by: 'Jo' },
};

/** What is set, and who may do it: with its entry in the audit log or not at all, on every engine. */
export function notedActsSuite(name: string, open: () => Promise<Storage>): void {
  describe(`acts and the audit log: ${name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await open();
      await storage.staff.add({ ...jo, addedAt: at, isEnrolled: false });
      for (const id of ['one', 'other'])
        await storage.staff.startSession({ ...session, id }, `hash of ${id}`);
      await storage.staff.proposeSecret('oak', 'jo', 'sealed');
      await storage.staff.setRecoveryCodes('oak', 'jo', ['an old code']);
      await storage.staff.note(entry('taken', 'noted'));
    });
    after(() => storage.close());

    const entry = (id: string, action: StaffAction): AuditRecord => ({
      ...{ shop: 'oak', id, at, by: 'Jo', action },
    });
    const replies = () => storage.replies.all('oak');
    const settings = () => storage.settings.all('oak');
    const passkeys = () => storage.passkeys.of('oak', 'jo');
    const people = async () => (await storage.staff.all('oak', 9)).map(({ id }) => id);
    const sessions = () =>
      Promise.all(
        ['one', 'other', 'taken', 'signed_in once'].map((id) =>
          storage.staff.sessionLives('oak', id, { now: at, seenSince: '' }),
        ),
      );
    const ada = { ...jo, id: 'ada', email: 'ada@oak.example', addedAt: at, isEnrolled: false };

    // each after the one before; done once more, those that say so come to nothing
    const acts: {
      action: StaffAction;
      act: (audit: AuditRecord) => Promise<unknown>;
      look: () => Promise<unknown>;
      again?: 'counts';
    }[] = [
      {
        ...{ action: 'reply_saved', look: replies, again: 'counts' },
        act: (audit) => storage.replies.put('oak', { id: 'hi', name: 'Hi', text: 'Hi' }, 9, audit),
      },
      {
        ...{ action: 'reply_removed', look: replies },
        act: (audit) => storage.replies.remove('oak', 'hi', audit),
      },
      {
        ...{ action: 'setting_saved', look: settings },
        act: (audit) => storage.settings.save(setting, audit),
      },
      {
        ...{ action: 'setting_reset', look: settings },
        act: (audit) => storage.settings.remove('oak', 'brand', audit),
      },
      {
        ...{ action: 'passkey_added', look: passkeys },
        act: (audit) => storage.passkeys.add(passkey, 1, audit),
      },
      {
        ...{ action: 'passkey_removed', look: passkeys },
        act: (audit) => storage.passkeys.remove('oak', 'jo', 'key', 0, audit),
      },
      {
        ...{ action: 'second_factor_set', again: 'counts' },
        // what is there is used up by looking
        look: () => storage.staff.useRecoveryCode('oak', 'jo', 'a code'),
        act: (audit) => storage.staff.setRecoveryCodes('oak', 'jo', ['a code'], audit),
      },
      {
        ...{ action: 'signed_in', look: sessions, again: 'counts' },
        act: (audit) => storage.staff.startSession({ ...session, id: audit.id }, audit.id, audit),
      },
      {
        ...{ action: 'signed_out', look: sessions },
        act: (audit) => storage.staff.endSession('oak', 'one', audit),
      },
      {
        ...{ action: 'signed_out_everywhere', look: sessions },
        act: (audit) => storage.staff.endSessions('oak', 'jo', audit),
      },
      {
        ...{ action: 'second_factor_reset', again: 'counts' },
        look: async () => (await storage.staff.member('oak', 'jo'))?.secret,
        act: (audit) => storage.staff.resetSecret('oak', 'jo', audit),
      },
      {
        ...{ action: 'added', look: people },
        act: (audit) => storage.staff.add(ada, audit),
      },
      {
        ...{ action: 'removed', look: people },
        act: (audit) => storage.staff.remove('oak', 'ada', audit),
      },
    ];
    for (const { action, act, look, again } of acts)
      test(`${action}: there with its entry, or neither`, async () => {
        const noted = async () =>
          (await storage.staff.audit('oak', { action, limit: 9 })).items.length;
        const before = await look();
        await assert.rejects(act(entry('taken', action)), 'An entry that cannot be written');
        assert.deepEqual([await look(), await noted()], [before, 0]);
        await act(entry(`${action} once`, action));
        assert.notDeepEqual(await look(), before);
        assert.equal(await noted(), 1);
        await act(entry(`${action} twice`, action));
        assert.equal(await noted(), again ? 2 : 1);
      });

    test('recovery_code_used: spent with its entry, or still good', async () => {
      await storage.staff.setRecoveryCodes('oak', 'jo', ['the only one']);
      const action = 'recovery_code_used';
      const use = (id: string) =>
        storage.staff.useRecoveryCode('oak', 'jo', 'the only one', entry(id, action));
      await assert.rejects(use('taken'));
      assert.deepEqual([await use('used once'), await use('used twice')], [true, false]);
      assert.equal((await storage.staff.audit('oak', { action, limit: 9 })).items.length, 1);
    });
  });
}
