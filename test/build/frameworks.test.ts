import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compilers, makeProject } from './project.ts';

// What a shop's people write in each framework compiles, and their slips do not.

/** The older one takes its time. */
const asked = process.env['FD_DEEP'] === '1' ? compilers : compilers.slice(0, 1);

const listens = '(event) => { const room: string = event.room; void room; }';

const frameworks = {
  react: {
    packages: ['react', '@types/react', 'csstype'],
    source: `
      import { FrontDesk, FdOrderTracker, FdRecommendations, FdReturns } from 'front-desk/react';
      export const desk = <FrontDesk api="/desk" label="Help" onfd-open={${listens}} />;
      export const page = <FdReturns order="4051" className="wide" />;
      export const tracker = <FdOrderTracker order="4182" onfd-cart-added={(event) => event.detail.lines} />;
      export const strip = <FdRecommendations placement="product" product="coat" />;
      export const tag = <front-desk ref={(desk) => desk?.open('orders')} position="start" unread={2} />;
      export const heart = <fd-wishlist-button product="coat" counts
        onfd-wishlist-change={(event) => event.detail.saved && event.preventDefault()} />;
      // @ts-expect-error there is no such side
      export const where = <front-desk position="left" />;
      // @ts-expect-error a heart tells of no rooms
      export const what = <fd-wishlist-button onfd-wishlist-change={(event) => event.room} />;
    `,
  },
  preact: {
    packages: ['preact'],
    source: `
      import 'front-desk/preact';
      export const desk = <front-desk api="/desk" class="mine" onfd-open={${listens}} />;
      export const tracker = <fd-order-tracker order="4182" />;
      // @ts-expect-error there is no such side
      export const where = <front-desk position="left" />;
    `,
  },
  solid: {
    packages: ['solid-js', 'csstype', 'seroval'],
    source: `
      import 'front-desk/solid';
      export const desk = <front-desk attr:api="/desk" class="mine" on:fd-open={${listens}} />;
      export const heart = <fd-wishlist-button attr:product="coat" bool:counts={true} />;
      // @ts-expect-error there is no such side
      export const where = <front-desk attr:position="left" />;
      export const tracker = <fd-order-tracker attr:order="4182" />;
      // @ts-expect-error Solid would set a property
      export const name = <front-desk api="/desk" />;
    `,
  },
  vue: {
    packages: ['vue', '@vue'],
    source: `
      import type {} from 'front-desk/vue';
      import type { GlobalComponents } from 'vue';
      type Props = InstanceType<GlobalComponents['front-desk']>['$props'];
      export const desk: Props = { api: '/desk', class: 'mine', unread: '2', 'onfd-open': ${listens} };
      export const tracker: InstanceType<GlobalComponents['fd-order-tracker']>['$props'] = { order: '4182' };
      // @ts-expect-error there is no such side
      export const where: Props = { position: 'left' };
    `,
  },
  svelte: {
    packages: ['svelte'],
    source: `
      import type {} from 'front-desk/svelte';
      import type { SvelteHTMLElements } from 'svelte/elements';
      type Props = SvelteHTMLElements['front-desk'];
      export const desk: Props = { api: '/desk', class: 'mine', 'onfd-open': ${listens} };
      export const tracker: SvelteHTMLElements['fd-order-tracker'] = { order: '4182' };
      // @ts-expect-error there is no such side
      export const where: Props = { position: 'left' };
    `,
  },
};

for (const [name, { packages, source }] of Object.entries(frameworks))
  test(`${name} knows the elements, what they take and what they tell`, async () => {
    const project = await makeProject(packages);
    const options = {
      ...{
        jsx: name === 'solid' ? 'preserve' : 'react-jsx',
        jsxImportSource: importSourceOf(name),
      },
      // theirs is theirs
      skipLibCheck: true,
    };
    try {
      for (const compiler of asked)
        assert.equal(await project.complaints('use.tsx', source, compiler, options), '', compiler);
    } finally {
      await project.remove();
    }
  });

/** Templates of Vue and Svelte are no JSX: what their tools check them by is named here. */
function importSourceOf(name: string): string {
  return { solid: 'solid-js', preact: 'preact' }[name] ?? 'react';
}
