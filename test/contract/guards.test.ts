import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, guards } from '../../scripts/guards.mjs';

/** Formatting aside. */
const bare = (text: string) => text.replace(/\s+/g, '').replaceAll(/,(?=[}\]])/g, '');

test('the widget’s guards are those of the schemas: npm run guards', () => {
  const made: Record<string, string> = guards();
  assert.deepEqual(readdirSync(folder).sort(), Object.keys(made).sort());
  for (const [name, text] of Object.entries(made))
    assert.equal(bare(readFileSync(join(folder, name), 'utf8')), bare(text), name);
});
