import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correction, generate } from 'lean-qr/nano';
import { pictureOf } from '../../../src/domain/returns/code-picture.ts';

const EDGE = 4;

for (const code of ['7', 'SBX:RETURN:ALDER:SBX123456789', 'Rückgabe 4051-1 ✓'])
  test(`the picture of ${code} has its dark modules within a light edge, and no others`, () => {
    const { size, path } = pictureOf(code);
    const dark = new Set<string>();
    for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
      for (let at = 0; at < Number(width); at++) dark.add(`${Number(x) + at} ${y}`);
    const modules = generate(code, { minCorrectionLevel: correction.M });
    const wanted = new Set<string>();
    for (let y = 0; y < modules.size; y++)
      for (let x = 0; x < modules.size; x++)
        if (modules.get(x, y)) wanted.add(`${x + EDGE} ${y + EDGE}`);
    assert.equal(size, modules.size + 2 * EDGE);
    assert.deepEqual(dark, wanted);
  });
