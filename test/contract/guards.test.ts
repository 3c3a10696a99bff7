import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guards, staleGuards } from '../../scripts/guards.mjs';

test('the widget’s guards are those of the schemas: npm run guards', async () => {
  const made: Record<string, string> = await guards();
  assert.deepEqual(await staleGuards(made), []);
});

test('a guard that is not what its schema says, or that none asks for any more, is found', async () => {
  const { 'desk.ts': desk, 'uploads.ts': _, ...others }: Record<string, string> = await guards();
  const changed = { ...others, 'desk.ts': `${desk}// changed`, 'new.ts': '' };
  const stale: string[] = await staleGuards(changed);
  assert.deepEqual(stale.toSorted(), ['desk.ts', 'new.ts', 'uploads.ts']);
});
