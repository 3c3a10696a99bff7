import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRegistry } from '../../../src/server/metrics/registry.ts';

describe('the text that Prometheus reads', () => {
  test('tells a counter by its labels', async () => {
    const registry = createRegistry();
    const refusals = registry.counter('refusals_total', 'Refusals');
    refusals.add({ code: 'not_found' });
    refusals.add({ code: 'wrong_code' }, 2);
    refusals.add({ code: 'not_found' });
    assert.equal(
      await registry.text(),
      [
        '# HELP refusals_total Refusals',
        '# TYPE refusals_total counter',
        'refusals_total{code="not_found"} 2',
        'refusals_total{code="wrong_code"} 2',
        '',
      ].join('\n'),
    );
  });

  test('counts in each bucket all that is no longer than it', async () => {
    const registry = createRegistry();
    const seconds = registry.histogram('seconds', 'Time', [0.1, 1]);
    for (const value of [0.0625, 0.5, 0.5, 4]) seconds.observe(value, { route: 'getDesk' });
    assert.deepEqual((await registry.text()).trim().split('\n').slice(2), [
      'seconds_bucket{route="getDesk",le="0.1"} 1',
      'seconds_bucket{route="getDesk",le="1"} 3',
      'seconds_bucket{route="getDesk",le="+Inf"} 4',
      'seconds_sum{route="getDesk"} 5.0625',
      'seconds_count{route="getDesk"} 4',
    ]);
  });

  test('asks for a fact when it is read', async () => {
    const registry = createRegistry();
    let open = 1;
    registry.facts('gauge', 'open', 'Open', () => [[open]]);
    open = 3;
    assert.match(await registry.text(), /^open 3$/m);
  });

  test('escapes what would break a line', async () => {
    const registry = createRegistry();
    registry.counter('a', 'one\ntwo').add({ what: 'a "b"\\\n' });
    assert.equal(
      await registry.text(),
      '# HELP a one\\ntwo\n# TYPE a counter\na{what="a \\"b\\"\\\\\\n"} 1\n',
    );
  });
});
