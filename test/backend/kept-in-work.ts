import assert from 'node:assert/strict';
import type { RouteName } from '../../src/contract/routes.ts';
import { routes } from '../../src/contract/routes.ts';
import type { Route } from '../../src/contract/routes/route.ts';
import type { BackendUnderTest } from '../builders/backend.ts';

/** Keyed routes whose answer is kept after their work, and why that is no harm or cannot be helped. */
export const keptAfterwards: Partial<Record<RouteName, string>> = {
  createChallenge: 'sends a mail, which is in no transaction; only the newest code is good',
  createStaffLink: 'sends a mail, which is in no transaction; only the newest link is good',
  mailTranscript: 'sends a mail, which is in no transaction; no second one within five minutes',
};

/**
 * Watches how answers are kept: one that a store keeps in the transaction of its work is there
 * already when the frame comes to keep it.
 */
export function watchAnswers({ storage }: BackendUnderTest): { check(name: RouteName): void } {
  const { answers } = storage;
  const keep = answers.keep.bind(answers);
  let last: 'in the work' | 'afterwards' | undefined;
  answers.keep = async (answer) => {
    const isFirst = await keep(answer);
    last = isFirst ? 'afterwards' : 'in the work';
    return isFirst;
  };
  return {
    check(name) {
      const { keyed }: Route = routes[name];
      if (!keyed) return;
      const expected = name in keptAfterwards ? 'afterwards' : 'in the work';
      assert.equal(last, expected, `${name} keeps its answer ${last}`);
    },
  };
}
