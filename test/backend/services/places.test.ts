import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createPlaces } from '../../../src/backend/services/places.ts';

test('Places add up, whoever takes and gives back in whatever order, twice too', () => {
  const step = fc.record({ who: fc.constantFrom('a', 'b', 'c'), give: fc.option(fc.nat(20)) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let told = 0;
      const places = createPlaces((taken) => (told = taken));
      const held: { who: string; giveBack(): void; isHeld: boolean }[] = [];
      for (const { who, give } of steps) {
        const one = give === null ? undefined : held[give];
        if (one) {
          one.giveBack();
          one.isHeld = false;
        } else held.push({ who, giveBack: places.take(who), isHeld: true });
        for (const name of ['a', 'b', 'c'])
          assert.equal(
            places.of(name),
            held.filter((each) => each.isHeld && each.who === name).length,
          );
        const all = held.filter(({ isHeld }) => isHeld).length;
        assert.deepEqual([places.all(), told], [all, all]);
      }
    }),
  );
});
