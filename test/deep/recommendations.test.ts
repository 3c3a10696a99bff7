import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { absent, folderOf } from '../data/source.ts';
import { readLists, retailBaskets } from '../recommendations/lists.ts';
import { measure } from '../recommendations/measure.ts';
import { told } from '../recommendations/run.ts';

const clicks = folderOf('click-log');
const retail = folderOf('online-retail');

test(
  'What a visitor looks at next is foreseen better than by neighbours of the visit alone',
  { skip: !clicks && absent('click-log') },
  (context) => {
    if (!clicks) return;
    const [train, asked] = ['train.txt', 'test.txt'].map((file) => readLists(join(clicks, file)));
    const measured = measure({ train: train!, test: asked! }, 'visits', 4);
    context.diagnostic(`figure: click-log, the last tenth foreseen: ${told(measured, 'visits')}`);
    assert.ok(measured.hits20 >= 0.542 && measured.mrr20 >= 0.19, told(measured, 'visits'));
  },
);

test(
  'What belongs into a basket is foreseen better than by item-item cosine',
  { skip: !retail && absent('online-retail') },
  (context) => {
    if (!retail) return;
    const measured = measure(retailBaskets(retail), 'baskets');
    const { cosine } = measured;
    const words = `${told(measured, 'baskets')}, cosine ${told(cosine, 'baskets')}`;
    context.diagnostic(`figure: online-retail, the last fifth foreseen: ${words}`);
    assert.ok(measured.hits20 >= cosine.hits20 + 0.05, words);
    assert.ok(measured.mrr20 >= cosine.mrr20 + 0.01, words);
    assert.ok(measured.hits20 >= 0.4 && measured.mrr20 >= 0.155, words);
  },
);
