import { expect, test } from './desk/two-sites.ts';
import { openWebKit, webKitIsMissing, type WebKit } from './desk/webkit.ts';

// Over local TLS: the shop on localhost, its backend on the same site and on another.

const missing = webKitIsMissing();
if (missing) console.log(`  skipped: sign-in in WebKit (${missing})`);
test.skip(missing !== undefined, missing);

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

const openPanel = (): void =>
  (document.querySelector('front-desk') as unknown as { open(): void }).open();
const openSignIn = (): void =>
  (document.querySelector('front-desk') as unknown as { open(room: string): void }).open('sign-in');

test.describe('In WebKit a sign-in survives a reload', () => {
  let webkit: WebKit;
  test.beforeAll(async () => {
    webkit = await openWebKit();
  });
  test.afterAll(() => webkit.close());

  for (const [what, host] of [
    ['with the backend on the shop’s own site', 'localhost'],
    ['with the backend on another site', '127.0.0.1'],
  ] as const)
    test(what, async ({ desk, owner }) => {
      await webkit.go(desk.localPageFor(host));
      await webkit.run(openSignIn);
      await webkit.run(fill, `email=${owner.email}`);
      await webkit.run(fill, `code=${await desk.codeFor(owner.email)}`);
      expect(await webkit.run(says, 'Quillon')).toContain('Quillon');
      if (host === '127.0.0.1') expect(await webkit.run(hasKey)).toBe(true);
      await webkit.go(desk.localPageFor(host));
      await webkit.run(openPanel);
      expect(await webkit.run(says, 'Quillon')).toContain('Quillon');
    });
});
