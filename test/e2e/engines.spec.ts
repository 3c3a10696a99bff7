import { firefoxIsMissing, webKitIsMissing } from '../../scripts/browsers.mjs';
import type { Engine } from '../engines/engine.ts';
import { openFirefox } from '../engines/firefox.ts';
import { openWebKit } from '../engines/webkit.ts';
import { expect, test } from './desk/two-sites.ts';

// Over local TLS: the shop on localhost, its backend on the same site and on another.

const engines = {
  WebKit: { missing: webKitIsMissing(), open: openWebKit },
  Firefox: { missing: firefoxIsMissing(), open: openFirefox },
};

/** What the panel says, once that is `given`, in whatever shadow it stands. */
const says = (given: string): Promise<string> =>
  new Promise((done, fail) => {
    const textOf = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .map((one) => (one.shadowRoot ? textOf(one.shadowRoot) : (one.textContent ?? '')))
        .join(' ');
    const end = performance.now() + 30_000;
    const look = () => {
      const text = textOf(document);
      if (text.includes(given)) done(text);
      else if (performance.now() > end) fail(new Error(`never said: ${given}`));
      else setTimeout(look, 50);
    };
    look();
  });

/** Types "name=value" into the field of that name and sends its form. */
const fill = (given: string): Promise<void> =>
  new Promise((done, fail) => {
    const [name = '', value = ''] = given.split('=');
    const all = (root: ParentNode): HTMLInputElement[] => [
      ...root.querySelectorAll<HTMLInputElement>(`input[name=${name}]`),
      ...[...root.querySelectorAll('*')].flatMap((one) =>
        one.shadowRoot ? all(one.shadowRoot) : [],
      ),
    ];
    const end = performance.now() + 30_000;
    const look = () => {
      const field = all(document)[0];
      if (!field) {
        if (performance.now() > end) fail(new Error(`no field: ${name}`));
        else setTimeout(look, 50);
        return;
      }
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      field.form?.requestSubmit();
      done();
    };
    look();
  });

/** WebKit keeps no cookie of another site: the key that stands in for it is there. */
const hasKey = (): Promise<boolean> =>
  new Promise((done) => {
    const end = performance.now() + 30_000;
    const look = () => {
      if (Object.values(localStorage).includes('key')) done(true);
      else if (performance.now() > end) done(false);
      else setTimeout(look, 50);
    };
    look();
  });

const open = (room: string): void =>
  (document.querySelector('front-desk') as unknown as { open(room: string): void }).open(room);

for (const [name, { missing, open: start }] of Object.entries(engines))
  test.describe(`In ${name} a shopper signs in, sees an order, and is known when they come back`, () => {
    if (missing) console.log(`  skipped: ${name} (${missing})`);
    test.skip(missing !== undefined, missing);
    let engine: Engine;
    test.beforeAll(async () => {
      engine = await start();
    });
    test.afterAll(() => engine.close());

    for (const [what, host] of [
      ['with the backend on the shop’s own site', 'localhost'],
      ['with the backend on another site', '127.0.0.1'],
    ] as const)
      test(what, async ({ desk, owner }) => {
        await engine.go(desk.localPageFor(host));
        await engine.run(open, 'sign-in');
        await engine.run(fill, `email=${owner.email}`);
        await engine.run(fill, `code=${await desk.codeFor(owner.email)}`);
        expect(await engine.run(says, 'Quillon')).toContain('Quillon');
        await engine.run(open, `order/${owner.numberOf('expired')}`);
        expect(await engine.run(says, 'No news from the carrier')).toContain('carrier');
        if (name === 'WebKit' && host === '127.0.0.1') expect(await engine.run(hasKey)).toBe(true);
        await engine.go(desk.localPageFor(host));
        await engine.run(open, 'home');
        expect(await engine.run(says, 'Quillon')).toContain('Quillon');
      });
  });
