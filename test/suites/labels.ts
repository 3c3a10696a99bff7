import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { LabelAsked, LabelMethod, Labels } from '../../src/backend/ports.ts';

export interface LabelsUnderTest {
  labels: Labels;
  /** Postcodes of senders the carrier does this with. */
  postcodes: { plain: string; refused: string; flaky: string; used: string };
}

/** What every maker of return labels must keep. */
export function labelsSuite(name: string, open: () => Promise<LabelsUnderTest>): void {
  describe(`labels: ${name}`, () => {
    let under: LabelsUnderTest;
    beforeEach(async () => {
      under = await open();
    });

    const asked = (method: LabelMethod, postcode = under.postcodes.plain): LabelAsked => ({
      ...{ key: `label-${method}-${postcode}`, method, number: '4051-1' },
      from: {
        name: 'Mara (Kern)',
        lines: ['Kammenstraat 14'],
        postcode,
        city: 'Łódź',
        country: 'PL',
      },
    });
    const made = async (wanted: LabelAsked) => {
      const answer = await under.labels.make(wanted);
      return answer.state === 'made' ? answer.label : assert.fail(JSON.stringify(answer));
    };
    const reason = (answer: Awaited<ReturnType<Labels['make' | 'cancel']>>) =>
      answer.state === 'failed' ? [answer.reason, answer.retryable] : answer.state;

    test('makes what it says it can: a code to show or a page to print, with number and price', async () => {
      assert.ok(under.labels.capabilities.length > 0);
      for (const method of under.labels.capabilities) {
        const { tracking, price, code, pdf, dropOff } = await made(asked(method));
        assert.match(tracking, /^[A-Z0-9]{8,40}$/);
        assert.ok(Number.isSafeInteger(price.amount) && price.amount >= 0);
        assert.ok((dropOff ?? '').length <= 300);
        assert.equal(code !== undefined, method === 'drop_off');
        assert.equal(pdf !== undefined, method !== 'drop_off');
        if (code !== undefined) assert.match(code, /^[\x20-\x7e]{1,200}$/);
        if (pdf) assert.equal(new TextDecoder().decode(pdf.slice(0, 5)), '%PDF-');
      }
    });

    test('makes one label, however often one key asks', async () => {
      const [method = 'label'] = under.labels.capabilities;
      const labels = [await made(asked(method)), await made(asked(method))];
      assert.deepEqual(labels[0], labels[1]);
    });

    test('refuses a key that has served for another parcel', async () => {
      const wanted = asked('label');
      await made(wanted);
      const other = await under.labels.make({ ...wanted, number: '4051-2' });
      assert.deepEqual(reason(other), ['key_reused', false]);
    });

    test('two keys make two labels', async () => {
      const one = await made(asked('label'));
      const other = await made({ ...asked('label'), key: 'another' });
      assert.notEqual(one.tracking, other.tracking);
    });

    test('says of an address it does not serve that it does not', async () => {
      const answer = await under.labels.make(asked('label', under.postcodes.refused));
      assert.deepEqual(reason(answer), ['address_refused', false]);
    });

    test('may be asked again where no answer came', async () => {
      const wanted = asked('label', under.postcodes.flaky);
      assert.deepEqual(reason(await under.labels.make(wanted)), ['unreachable', true]);
      await made(wanted);
    });

    test('cancels a label, also twice, but none that is used and none it does not know', async () => {
      const { reference } = await made(asked('label'));
      assert.equal(reason(await under.labels.cancel(reference)), 'cancelled');
      assert.equal(reason(await under.labels.cancel(reference)), 'cancelled');
      const used = await made(asked('label', under.postcodes.used));
      assert.deepEqual(reason(await under.labels.cancel(used.reference)), ['already_used', false]);
      assert.deepEqual(reason(await under.labels.cancel('nobody’s')), ['label_unknown', false]);
    });
  });
}
