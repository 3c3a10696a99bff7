import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { namedIn, partsOf, suggested, withName } from '../../../src/console/stores/mentions.ts';
import type { Staff } from '../../../src/contract/staff.ts';

const person = (name: string): Staff => ({ id: name, name, role: 'agent' });
const people = ['Jo', 'Jo Berg', 'Lena Ost', 'A. (Kai)'].map(person);
const names = (found: readonly Staff[]) => found.map(({ name }) => name);

describe('A note that names colleagues', () => {
  test('offers those whose first or last name goes on as what stands before the caret', () => {
    for (const [text, expected] of [
      ['@', names(people)],
      ['See @os', ['Lena Ost']],
      ['See @jo', ['Jo Berg']],
      ['jo@os', []],
      ['See @Jo Berg', []],
      ['See @Lena Ost and', []],
    ] as const)
      assert.deepEqual(names(suggested(text, text.length, people)), expected, text);
  });

  test('has a name made whole where the caret stands', () => {
    assert.deepEqual(withName('See @le please', 7, people[2]!), {
      ...{ text: 'See @Lena Ost please', caret: 14 },
    });
  });

  test('names each once, and the longer name where one begins the other', () => {
    const text = '@Jo Berg and @A. (Kai), again @Jo Berg';
    assert.deepEqual(names(namedIn(text, people)), ['A. (Kai)', 'Jo Berg']);
    const parts = ['', '@Jo Berg', ' and ', '@A. (Kai)', ', again ', '@Jo Berg', ''];
    assert.deepEqual(partsOf(text, people), parts);
  });
});
