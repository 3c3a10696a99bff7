import type { FdPanel } from '../../../src/widget/elements/fd-panel.ts';
import type { FrontDesk } from '../../../src/widget/elements/front-desk.ts';
import { Problem } from '../../../src/widget/client/problem.ts';
import { createCustomer } from '../../../src/widget/stores/customer.ts';
import { createIdentity } from '../../../src/widget/stores/identity.ts';
import { createProven } from '../../../src/widget/stores/step-up.ts';
import { subjectOf } from '../../../src/widget/stores/subject.ts';
import { deepEqual, equal } from '../harness/expect.ts';
import { aCustomer, aGuest, anOrder, aVisitor } from '../harness/an-order.ts';
import { ShopPage } from '../harness/shop-page.ts';

const base64url = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '');
/** The widget reads whom it names and leaves the rest to the backend. */
const aToken = (sub = 'mara', jti = '1', more = {}) =>
  `${base64url({ alg: 'EdDSA' })}.${base64url({ sub, jti, ...more })}.c2lnbmVk`;
const ASSERTION = 'POST /identity/assertions';
const TOKEN = '/account/desk-token';

describe('The shop’s own login', () => {
  let page: ShopPage;
  const open = async (...parts: Parameters<typeof ShopPage.open>) =>
    (page = await ShopPage.open(...parts));
  afterEach(() => page.leave());
  const who = () => page.panel!.desk.session.$session.get();
  const brought = () =>
    page.backend.asked
      .filter(({ what }) => what === ASSERTION)
      .map(({ body }) => (body as { jwt: string }).jwt);
  const isIn = () => page.until('signed in', () => who().kind === 'customer');
  const isOut = () => page.until('signed out', () => who().kind === 'anonymous');

  it('signs in who the tag names, at the first tap and not before', async () => {
    await open({ identity: aToken() });
    deepEqual(page.backend.asked, []);
    await page.openPanel();
    await isIn();
    deepEqual(brought(), [aToken()]);
    await page.sees('Good');
  });

  it('asks nobody for a code, and costs a page without it nothing', async () => {
    await open();
    await page.openPanel();
    await isOut();
    deepEqual(brought(), []);
  });

  it('reads a token from a path of the shop', async () => {
    await open({ identity: TOKEN }, (backend) => {
      backend.texts[TOKEN] = `${aToken()}\n`;
    });
    await page.openPanel();
    await isIn();
    deepEqual(brought(), [aToken()]);
  });

  it('asks a function for a token whenever the session is renewed', async () => {
    await open();
    let asked = 0;
    page.desk.identify(async () => aToken('mara', `${(asked += 1)}`));
    equal(asked, 0);
    await page.openPanel();
    await isIn();
    // the cookie is gone: a new token, and nobody is asked anything
    page.backend.session = { kind: 'anonymous' };
    await page.panel!.desk.session.refresh();
    equal(who().kind, 'customer');
    deepEqual(brought(), [aToken('mara', '1'), aToken('mara', '2')]);
  });

  it('lets a sign-out elsewhere be one until the page names somebody anew', async () => {
    const stream = '/stream';
    await open({}, (backend) => {
      backend.shop = {
        ...backend.shop,
        capabilities: { ...backend.shop.capabilities, live: {} },
      };
      backend.texts[stream] = ': hello\n\n';
    });
    let asked = 0;
    const login = async () => aToken('mara', `${(asked += 1)}`);
    page.desk.identify(login);
    await page.openPanel();
    await isIn();
    page.backend.session = { kind: 'anonymous' };
    page.backend.texts[stream] = 'data: {"topic":"session","id":"s"}\n\n';
    await isOut();
    await page.panel!.desk.session.refresh();
    equal(who().kind, 'anonymous');
    deepEqual(brought(), [aToken('mara', '1')]);
    page.desk.identify(async () => login());
    await isIn();
  });

  for (const [whom, next] of [
    ['nobody known', aVisitor()],
    ['a guest', aGuest(anOrder())],
  ] as const)
    it(`lets a sign-out here be one when the session of ${whom} begins after it`, async () => {
      await open();
      let asked = 0;
      const login = async () => aToken('mara', `${(asked += 1)}`);
      page.desk.identify(login);
      await page.openPanel();
      await isIn();
      const { desk } = page.panel!;
      await desk.use(createIdentity).signOut();
      page.backend.session = next;
      await desk.session.refresh();
      equal(subjectOf(who()), subjectOf(next));
      deepEqual(brought(), [aToken('mara', '1')]);
      page.desk.identify(async () => login());
      await isIn();
    });

  for (const [what, login] of [
    ['path', TOKEN],
    ['function', async () => aToken()],
  ] as const)
    it(`signs in again whom the page names anew by the ${what} it has named them by before`, async () => {
      await open({}, (backend) => (backend.texts[TOKEN] = aToken()));
      page.desk.identify(login);
      await page.openPanel();
      await isIn();
      const { desk } = page.panel!;
      await desk.use(createIdentity).signOut();
      await desk.session.refresh();
      equal(who().kind, 'anonymous');
      page.desk.identify(null);
      await desk.session.refresh();
      page.desk.identify(login);
      await isIn();
    });

  it('shows nobody again who signs out while the shop is asked', async () => {
    await open();
    page.desk.identify(async () => aToken());
    await page.openPanel();
    await isIn();
    let tell: ((token: string) => void) | undefined;
    page.desk.identify(() => new Promise((done) => (tell = done)));
    const { desk } = page.panel!;
    const renewed = desk.session.refresh();
    await page.until('asked', () => tell);
    await desk.use(createIdentity).signOut();
    tell!(aToken());
    equal(await renewed, false);
    equal(who().kind, 'anonymous');
  });

  describe('while it is under way at the server', () => {
    const ended = () => page.backend.asked.filter(({ what }) => what === 'DELETE /session');
    it('lets a sign-out be one: the session that begins after it is ended', async () => {
      await open({ identity: aToken() });
      page.backend.hold.add(ASSERTION);
      await page.openPanel();
      await page.until('brought', () => brought().length);
      const { desk } = page.panel!;
      const under = desk.session.refresh();
      await desk.use(createIdentity).signOut();
      equal(ended()[0]!.token, undefined);
      page.backend.letGo(ASSERTION);
      await under;
      equal(ended()[1]?.token, aCustomer().token);
      equal(who().kind, 'anonymous');
    });

    it('lets a sign-out be one where a fresh proof was asked for', async () => {
      await open({ identity: aToken() }, (backend) => {
        backend.session = { ...aCustomer(), subject: 'mara' };
      });
      await page.openPanel();
      await isIn();
      page.backend.hold.add(ASSERTION);
      const { desk } = page.panel!;
      const tooOld = new Problem('step_up_required', 403);
      const proven = desk.use((ground) => createProven(ground, () => Promise.reject(tooOld)));
      const granted = proven.grant('a wish');
      await page.until('brought', () => brought().length);
      await desk.use(createIdentity).signOut();
      page.backend.letGo(ASSERTION);
      equal(await granted, undefined);
      equal(ended().length, 2);
      equal(who().kind, 'anonymous');
      // it waits for nobody who comes after
      desk.use((ground) => ground.session).accept(aCustomer());
      equal(proven.taken(), undefined);
    });

    it('ends the session that has just begun where the page says that they are gone', async () => {
      await open();
      page.desk.identify(aToken());
      page.backend.hold.add(ASSERTION);
      await page.openPanel();
      await page.until('brought', () => brought().length);
      page.desk.identify(null);
      page.backend.letGo(ASSERTION);
      await isOut();
      deepEqual(
        ended().map(({ token }) => token),
        [aCustomer().token],
      );
    });
  });

  for (const [what, iss, times] of [
    ['leaves whoever gave a code alone whom the shop calls by their id', 'alder', 0],
    ['ends the session by code of a namesake at another issuer', 'https://login.example', 1],
  ] as const)
    it(what, async () => {
      const identity = aToken('mara', '1', { iss, aud: 'alder' });
      await open({ identity }, (backend) => (backend.session = aCustomer()));
      await page.openPanel();
      await isIn();
      await page.panel!.desk.session.refresh();
      equal(brought().length, times);
      equal(page.backend.timesAsked('DELETE /session'), times);
    });

  it('leaves a session alone that is the same person’s already', async () => {
    await open({ identity: aToken('mara-there') }, (backend) => {
      backend.session = { ...aCustomer(), subject: 'mara-there' };
    });
    await page.openPanel();
    await isIn();
    deepEqual(brought(), []);
  });

  for (const [whom, before] of [
    ['nobody known', aVisitor()],
    ['a guest', aGuest(anOrder())],
  ] as const)
    it(`takes along what ${whom} wrote before`, async () => {
      await open({ identity: aToken() }, (backend) => {
        backend.session = before;
      });
      await page.openPanel();
      await isIn();
      const [asked] = page.backend.asked.filter(({ what }) => what === ASSERTION);
      equal(asked!.token, before.token);
    });

  it('takes the place of somebody else who was here before', async () => {
    await open({ identity: aToken('bo') }, (backend) => {
      backend.session = aCustomer();
    });
    await page.openPanel();
    await page.until('brought', () => brought().length);
    equal(page.backend.timesAsked('DELETE /session'), 1);
  });

  it('shows nobody’s data where another’s token is refused', async () => {
    await open({ identity: aToken('bo') }, (backend) => {
      backend.session = aCustomer();
      backend.refuse[ASSERTION] = { code: 'assertion_invalid' };
    });
    await page.openPanel();
    await isOut();
  });

  it('goes on without it where the shop cannot tell, or its token is old', async () => {
    await open({}, (backend) => {
      backend.refuse[ASSERTION] = { code: 'assertion_invalid' };
    });
    page.desk.identify(aToken());
    await page.openPanel();
    await isOut();
    await page.sees('Sign in');
  });

  for (const [what, answer] of [
    ['a refusal in words', 'Unauthorized'],
    ['a login page', `<!doctype html><title>Sign in</title>${'<p>Welcome back</p>'.repeat(2000)}`],
  ] as const)
    for (const from of ['a path', 'a function'] as const)
      it(`lets a session be where ${from} answers ${what} in place of a token`, async () => {
        await open(from === 'a path' ? { identity: TOKEN } : {}, (backend) => {
          backend.session = { ...aCustomer(), subject: 'mara' };
          backend.texts[TOKEN] = answer;
        });
        let asked = 0;
        if (from === 'a function') page.desk.identify(async () => ((asked += 1), answer));
        await page.openPanel();
        await isIn();
        await page.panel!.desk.session.refresh();
        equal(who().kind, 'customer');
        equal(asked + page.backend.timesAsked(`GET ${TOKEN}`), 2);
        equal(page.backend.timesAsked('DELETE /session'), 0);
        deepEqual(brought(), []);
      });

  it('takes a token from a function that has blanks around it', async () => {
    await open();
    page.desk.identify(async () => `${aToken()}\n`);
    await page.openPanel();
    await isIn();
    deepEqual(brought(), [aToken()]);
  });

  it('ends what it has started when nobody is signed in at the shop any more', async () => {
    await open({ identity: '' }, (backend) => {
      backend.session = { ...aCustomer(), subject: 'mara' };
    });
    await page.openPanel();
    await isOut();
    equal(page.backend.timesAsked('DELETE /session'), 1);
  });

  it('lets whoever gave a code stay, where nobody is signed in at the shop', async () => {
    await open({ identity: '' }, (backend) => (backend.session = aCustomer()));
    await page.openPanel();
    await isIn();
    equal(page.backend.timesAsked('DELETE /session'), 0);
  });

  it('signs out at once when the page says so, in this tab and the others, open or not', async () => {
    await open({ identity: aToken() });
    await page.openPanel();
    await isIn();
    const other = document.createElement('front-desk');
    other.setAttribute('api', page.api);
    document.body.append(other);
    other.identify(null);
    await isOut();
    await page.until('ended', () => page.backend.timesAsked('DELETE /session'));
    other.destroy();
  });

  it('follows the page when somebody else signs in there', async () => {
    await open();
    await page.openPanel();
    await isOut();
    page.desk.identify(aToken());
    await isIn();
    page.desk.identify(null);
    await isOut();
    await page.until('ended', () => page.backend.timesAsked('DELETE /session'));
    // the question under way is answered first: another would join it
    await page.panel!.desk.session.refresh();
    // a code given after that is not undone by what the page said before
    page.backend.session = aCustomer();
    await page.panel!.desk.session.refresh();
    equal(who().kind, 'customer');
  });

  describe('names somebody else by the time a change is sent', () => {
    const CHANGE = 'PATCH /customer';
    const { now } = performance;
    afterEach(() => (performance.now = now));
    /** Mara is at the desk and has typed an address; then Bo signs in at the shop, in another tab. */
    async function typed(): Promise<void> {
      await open({ identity: TOKEN }, (backend) => {
        backend.texts[TOKEN] = aToken();
      });
      await page.openPanel();
      await isIn();
      page.panel!.desk.drafts.write('address', { street: 'Quay 4' });
      page.backend.texts[TOKEN] = aToken('bo');
    }
    const saved = () =>
      page
        .panel!.desk.use(createCustomer)
        .moving.grant({ lines: ['Quay 4'], city: 'Hamburg' })
        .catch((error: Problem) => error.code);
    const sent = () => page.backend.asked.filter(({ what }) => what === CHANGE);

    for (const [when, prepare, tokens] of [
      [
        'its proof is too old',
        () => (page.backend.refuse[CHANGE] = { code: 'step_up_required' }),
        ['token-of-mara'],
      ],
      [
        'its token is refused',
        () => (page.backend.refuse[CHANGE] = { code: 'unauthenticated' }),
        ['token-of-mara'],
      ],
      [
        'its token is about to end',
        () => (performance.now = () => now.call(performance) + 3_600_000),
        [],
      ],
    ] as const)
      it(`sends nobody’s wish for another, where ${when}`, async () => {
        await typed();
        prepare();
        equal(await saved(), 'unauthenticated');
        deepEqual(
          sent().map(({ token }) => token),
          tokens,
        );
        const { desk } = page.panel!;
        equal(subjectOf(who()), 'bo');
        deepEqual(brought(), [aToken(), aToken('bo')]);
        equal(page.backend.timesAsked('DELETE /session'), 1);
        equal(desk.use(createCustomer).moving.taken(), undefined);
        equal(desk.drafts.read('address'), undefined);
      });
  });

  describe('in several tabs', () => {
    // what tabs share is their origin's: more desks on one page have it as well
    const tabs: FrontDesk[] = [];
    afterEach(() => tabs.splice(0).forEach((tab) => tab.destroy()));
    const sessionOf = (tab: FrontDesk) =>
      tab.shadowRoot!.querySelector<FdPanel>('fd-panel')!.desk.session;
    const kindOf = (tab: FrontDesk) => sessionOf(tab).$session.get().kind;
    const asked = (what: string) => page.backend.timesAsked(what);

    /** Mara is signed in at desk and shop, in a tab for each of these. */
    async function opened(...identities: (string | undefined)[]): Promise<void> {
      await open({ identity: TOKEN }, (backend) => {
        backend.session = { ...aCustomer(), subject: 'mara' };
        backend.texts[TOKEN] = aToken();
      });
      await page.openPanel();
      await isIn();
      tabs.push(page.desk);
      for (const identity of identities) {
        const tab = document.createElement('front-desk');
        tab.setAttribute('api', page.api);
        if (identity !== undefined) tab.setAttribute('identity', identity);
        document.body.append(tab);
        tabs.push(tab);
        tab.open();
        await page.until('in', () => !!tab.panel && kindOf(tab) === 'customer');
      }
      page.backend.asked.length = 0;
    }
    const renewed = () => Promise.all(tabs.map((tab) => sessionOf(tab).refresh()));

    it('is asked by one of them, for all whose session is renewed at once', async () => {
      await opened(TOKEN, TOKEN, TOKEN);
      await renewed();
      equal(asked('POST /session/refresh'), 1);
      equal(asked(`GET ${TOKEN}`), 1);
      for (const tab of tabs) equal(kindOf(tab), 'customer');
    });

    it('starts one session for all of them where theirs is over', async () => {
      await opened(TOKEN, TOKEN, TOKEN);
      page.backend.session = { kind: 'anonymous' };
      await renewed();
      deepEqual(brought(), [aToken()]);
      for (const tab of tabs) equal(kindOf(tab), 'customer');
    });

    it('is asked by each where nobody is signed in at the desk: another page may know better', async () => {
      await opened(TOKEN);
      page.backend.session = { kind: 'anonymous' };
      page.backend.refuse[ASSERTION] = { code: 'assertion_invalid' };
      await renewed();
      equal(asked(`GET ${TOKEN}`), 2);
    });

    it('lets a sign-out in one of them be one in the others', async () => {
      await opened(TOKEN);
      await page.panel!.desk.use(createIdentity).signOut();
      await page.until('out', () => kindOf(tabs[1]!) === 'anonymous');
      page.backend.session = aVisitor();
      await renewed();
      deepEqual(brought(), []);
      deepEqual(tabs.map(kindOf), ['anonymous', 'anonymous']);
    });

    it('lets go of whoever has signed out while a tab waits for its turn', async () => {
      await opened(TOKEN);
      const both = renewed();
      tabs[1]!.identify(null);
      await both;
      equal(asked('DELETE /session'), 1);
      // the other tab is told by a message
      await page.until('nobody', () => tabs.every((tab) => kindOf(tab) === 'anonymous'));
    });

    it('brings whom a page names while its tab waits for its turn', async () => {
      await opened(TOKEN);
      const both = renewed();
      tabs[1]!.identify(aToken('bo'));
      await both;
      deepEqual(brought(), [aToken('bo')]);
    });
  });
});
