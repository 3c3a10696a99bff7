import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { documentName } from '../../../src/domain/uploads/names.ts';

describe('What a document is called', () => {
  for (const [told, kept] of [
    ['Rechnung März.pdf', 'Rechnung März.pdf'],
    ['فاتورة.PDF', 'فاتورة.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\mara\\bill.pdf', 'bill.pdf'],
    ['bill.html', 'bill.html.pdf'],
    ['bill\u202Efdp.exe', 'bill fdp.exe.pdf'],
    ['a\r\nX-Header: "b".pdf', 'a X-Header b.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', 'img src=x onerror=alert(1).pdf'],
    ['...', 'document.pdf'],
    ['.pdf', 'document.pdf'],
    [undefined, 'document.pdf'],
  ] as const)
    test(`${JSON.stringify(told)}: ${kept}`, () => assert.equal(documentName(told), kept));

  test('is one line of what can be seen, whatever it was, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (told) => {
        const name = documentName(told);
        assert.match(name, /^[^\p{C}"<>/\\]+\.pdf$/u);
        assert.ok([...name].length <= 104);
        assert.equal(documentName(name), name);
      }),
    );
  });
});
