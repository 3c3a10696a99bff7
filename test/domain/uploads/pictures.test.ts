import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { uploadTypes, type UploadType } from '../../../src/contract/uploads.ts';
import { barePicture } from '../../../src/domain/uploads/pictures.ts';
import { aPicture, aPrivatePicture, secrets } from '../../builders/pictures.ts';

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1');

describe('A picture, as it is kept', () => {
  for (const type of uploadTypes) {
    test(`${type} tells nothing of who took it, where, when and with what`, () => {
      const told = aPrivatePicture(type);
      for (const secret of secrets) assert.ok(text(told).includes(secret), secret);
      const kept = barePicture(type, told);
      assert.ok(kept);
      for (const secret of secrets) assert.ok(!text(kept).includes(secret), secret);
    });

    test(`${type} shows what it showed`, () => {
      const kept = text(barePicture(type, aPrivatePicture(type)));
      for (const shown of ['the picture', 'its colours']) assert.ok(kept.includes(shown), shown);
    });

    test(`${type} without anything to take away is kept as it came`, () => {
      const bytes = aPicture(type);
      assert.deepEqual(barePicture(type, bytes), bytes);
      const once = barePicture(type, aPrivatePicture(type))!;
      assert.deepEqual(barePicture(type, once), once);
    });

    test(`${type} that is cut off anywhere is none`, () => {
      const bytes = aPicture(type);
      for (let size = 0; size < bytes.length; size++)
        assert.equal(barePicture(type, bytes.subarray(0, size)), undefined, String(size));
    });

    test(`${type} is told by its bytes, not by what it is said to be`, () => {
      const others: UploadType[] = uploadTypes.filter((each) => each !== type);
      for (const other of others) assert.equal(barePicture(other, aPicture(type)), undefined);
    });

    test(`${type} of any bytes at all never fails`, () => {
      const start = aPrivatePicture(type);
      const bent = fc.tuple(fc.nat(start.length - 1), fc.uint8Array({ maxLength: 12 }));
      fc.assert(
        fc.property(bent, ([at, bytes]) => {
          const made = Uint8Array.from(start);
          made.set(bytes.subarray(0, made.length - at), at);
          barePicture(type, made);
        }),
        { numRuns: 300 },
      );
    });
  }

  for (const order of ['II', 'MM'] as const)
    test(`a JPEG of a phone held upright stays upright (${order})`, () => {
      const kept = text(barePicture('image/jpeg', aPrivatePicture('image/jpeg', { order })));
      const exif = kept.indexOf('Exif\0\0');
      assert.ok(exif > 0);
      assert.equal(kept.slice(exif + 6, exif + 32), EXIF_OF_SIX);
    });

  test('a page, a script or a drawing of any name is none', () => {
    for (const type of uploadTypes)
      for (const words of ['<svg onload=alert(1)>', '<!doctype html>', '%PDF-1.7', 'GIF89a', ''])
        assert.equal(barePicture(type, Buffer.from(words)), undefined, words);
  });
});

/** A directory of one entry: 0x0112, a short, 6. */
const EXIF_OF_SIX = 'MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0\0\0\0\0';
