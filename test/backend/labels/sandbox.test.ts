import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { onePagePdf } from '../../../src/backend/labels/pdf.ts';
import { createSandboxLabels, labelScenarios } from '../../../src/backend/labels/sandbox.ts';
import { labelsSuite } from '../../suites/labels.ts';

const aCarrier = () =>
  createSandboxLabels({
    ...{ shop: 'alder', currency: 'EUR' },
    to: { name: 'Alder', lines: ['Dok 3'], postcode: '1013', city: 'Amsterdam' },
  });

labelsSuite('sandbox', async () => ({
  labels: aCarrier(),
  postcodes: { plain: '2000', refused: '00000', flaky: '00001', used: '00002' },
}));

describe('the sandbox’s labels', () => {
  test('their code keeps to what a QR code packs tightest', async () => {
    const from = { lines: ['Kammenstraat 14'], postcode: '2000' };
    const answer = await aCarrier().make({ key: 'k', method: 'drop_off', from, number: '1-1' });
    assert.match(
      (answer.state === 'made' && answer.label.code) || '',
      /^[0-9A-Z $%*+\-./:]{1,77}$/,
    );
  });

  test('docs/payments.md lists what happens by the postcode', () => {
    const page = readFileSync(new URL('../../../docs/payments.md', import.meta.url), 'utf8');
    assert.deepEqual(
      [...page.matchAll(/^\| `(\d{5})` \| (.+?) \|$/gm)].map((found) => found.slice(1)),
      Object.entries(labelScenarios),
    );
  });
});

describe('a PDF of one page', () => {
  const pdf = new TextDecoder('latin1').decode(
    onePagePdf({ width: 298, height: 420 }, [{ text: 'Łódź (Köln) \\ €', x: 1, y: 2, size: 9 }]),
  );

  test('says where each of its objects begins', () => {
    const [, table = ''] = /xref\n0 6\n0{10} 65535 f \n([^]*?)trailer/.exec(pdf) ?? [];
    const offsets = [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, at]) => Number(at));
    assert.equal(offsets.length, 5);
    for (const [index, at] of offsets.entries())
      assert.ok(pdf.slice(at).startsWith(`${index + 1} 0 obj\n`));
    assert.ok(pdf.slice(Number(/startxref\n(\d+)/.exec(pdf)?.[1])).startsWith('xref\n'));
  });

  test('says how long its text is, and escapes what would end it', () => {
    const [, length, stream = ''] = /\/Length (\d+) >>\nstream\n([^]*?)\nendstream/.exec(pdf) ?? [];
    assert.equal(stream.length, Number(length));
    assert.ok(stream.includes('(?\\363dz \\(K\\366ln\\) \\\\ ?)'), stream);
  });
});
