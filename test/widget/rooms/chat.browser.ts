import type { Conversation } from '../../../src/contract/conversations.ts';
import { en } from '../../../src/widget/locales/en.ts';
import { createWords } from '../../../src/widget/locales/words.ts';
import { createConversations } from '../../../src/widget/stores/conversations.ts';
import { aCustomer, aGuest, anOrder, aShop, aVisitor, fromNow } from '../harness/an-order.ts';
import { aPicture } from '../harness/a-picture.ts';
import { aMessage } from '../harness/a-talk.ts';
import { deepEqual, equal, match, ok } from '../harness/expect.ts';
import type { FakeBackend } from '../harness/fake-backend.ts';
import { ShopPage } from '../harness/shop-page.ts';
import { Stage } from '../harness/stage.ts';

const jo = { from: 'staff', name: 'Jonas' } as const;
/** As the clock of this machine says it. */
const here = createWords('en-GB', en);

describe('chat', () => {
  let stage: Stage;
  afterEach(() => stage.close());
  const open = (
    place: string,
    prepare: (backend: FakeBackend) => unknown = () => undefined,
    language: 'en' | 'de' | 'ar' = 'en',
  ) =>
    Stage.open(place, {
      language,
      prepare(backend) {
        backend.session = aCustomer();
        const shop = aShop();
        backend.shop = {
          ...shop,
          capabilities: { ...shop.capabilities, chat: { mail: true } },
        };
        prepare(backend);
      },
    });

  it('shows the conversations there are, and goes to one', async () => {
    stage = await open('chat', (backend) => {
      backend.said = [aMessage(1), aMessage(2, { ...jo, text: 'Yes, it is' })];
      backend.talk = { unread: 1 };
    });
    await stage.heads('Ask us anything');
    await stage.sees('Jonas: Yes, it is');
    deepEqual(await stage.axe(), []);
  });

  for (const [language, words] of Object.entries({
    en: ['Today', 'Jonas joined at', 'Yes, it is', 'Read', 'Mail me the answer'],
    de: ['Heute', 'Jonas ist seit', 'Gelesen', 'Antwort per Mail schicken'],
    ar: ['اليوم', 'انضم', 'قُرئت', 'أرسل إليّ الرد بالبريد'],
  }))
    it(`shows a conversation, in ${language}`, async () => {
      const prepare = (backend: FakeBackend) => {
        backend.said = [
          aMessage(1, { at: fromNow(-1) }),
          aMessage(2, { from: 'system', name: 'Jonas', event: 'joined', text: '' }),
          aMessage(3, { ...jo, text: 'Yes, it is' }),
          aMessage(4, { text: 'See https://alder.example/a, "javascript:alert(1)"' }),
        ];
        backend.talk = { shop: { delivered: 4, seen: 4 } };
      };
      stage = await open('talk/talk-1', prepare, language as 'en');
      for (const word of words) await stage.sees(word);
      const links = stage
        .all('link')
        .map((link) => ['href', 'rel'].map((name) => link.getAttribute(name)));
      deepEqual(links, [['https://alder.example/a', 'noopener noreferrer nofollow ugc']]);
      deepEqual(await stage.axe(), []);
    });

  it('keeps what is written until the shop has it, and sends it once', async () => {
    stage = await open('talk/talk-1', (backend) => {
      backend.said = [aMessage(1)];
      backend.refuse['POST /conversations/talk-1/messages'] = { code: 'unavailable' };
    });
    await stage.sees('Message 1');
    await stage.type('Write a message', 'And this');
    await stage.press('Send');
    await stage.sees('Not sent.');
    equal((await stage.field('Write a message')).value, '');
    deepEqual(await stage.axe(), []);
    stage.backend.refuse = {};
    await stage.press('Try again');
    await stage.sees('And this');
    await stage.until(
      'sent',
      () => stage.text.includes('Sent') && !/Sending|Being checked|Not sent/.test(stage.text),
    );
    equal(stage.backend.said.length, 2);
  });

  it('sends a picture and a PDF with a message, each once, though the first answer is lost', async () => {
    stage = await open('talk/talk-1', (backend) => {
      backend.said = [aMessage(1)];
      backend.refuse['POST /conversations/talk-1/messages'] = { code: 'unavailable' };
    });
    await stage.sees('Message 1');
    const pdf = new File(['%PDF-1.7 %%EOF'], 'bill.pdf', { type: 'application/pdf' });
    await stage.give('Attach a file', await aPicture(), await aPicture(), pdf);
    await stage.one('button', 'Take out picture 3');
    deepEqual(await stage.axe(), []);
    await stage.press('Take out picture 2');
    await stage.press('Send');
    await stage.sees('Not sent.');
    await stage.until('both are there', () => stage.backend.pictures.size === 2);
    stage.backend.refuse = {};
    await stage.press('Try again');
    await stage.until(
      'sent',
      () => stage.text.includes('Sent') && !/Sending|Being checked|Not sent/.test(stage.text),
    );
    deepEqual(stage.backend.said.at(-1)?.photos, ['picture-1']);
    const paper = { id: 'picture-2', name: 'bill.pdf', size: 120_000 };
    deepEqual(stage.backend.said.at(-1)?.documents, [paper]);
    await stage.one('button', 'bill.pdf · 120 kB');
    equal(stage.backend.pictures.size, 2);
    equal(stage.all('picture').length, 1);
  });

  for (const [language, send, label, said] of [
    ['en', 'Send', 'Write a message', /The rest goes out (tomorrow )?at \d\d:\d\d\./],
    ['de', 'Senden', 'Schreib uns', /Der Rest geht (morgen )?um \d\d:\d\d Uhr raus\./],
    ['ar', 'إرسال', 'اكتب رسالة', /ستُرسل البقية (غدًا )?الساعة/],
  ] as const)
    it(`says when the rest goes out where a day’s messages are used up, in ${language}`, async () => {
      const prepare = (backend: FakeBackend) => {
        backend.said = [aMessage(1)];
        const used = { code: 'too_many_messages', retryAfter: 7200 } as const;
        backend.refuse['POST /conversations/talk-1/messages'] = used;
      };
      stage = await open('talk/talk-1', prepare, language);
      await stage.type(label, 'One more');
      await stage.press(send);
      const alert = await stage.one('alert');
      match(alert.textContent ?? '', said);
      deepEqual(await stage.axe(), []);
    });

  it('shows one line of what was said last in each, however long it is', async () => {
    stage = await open('chat', (backend) => {
      backend.said = [{ ...aMessage(1), text: 'It is about the coat. '.repeat(20) }];
    });
    await stage.sees('It is about the coat.');
    const row = stage.all('link').find(({ textContent }) => textContent?.includes('coat'))!;
    const line = row.querySelector('[dir]')!;
    ok(line.clientHeight < 30, `it is ${line.clientHeight} px high`);
    ok(line.scrollWidth > line.clientWidth, 'the rest of it is left out');
  });

  for (const [code, said] of [
    ['too_many_messages', 'The rest goes out'],
    ['too_many_requests', 'Try again'],
    ['unavailable', 'Try again'],
  ] as const)
    it(`says when it goes on, by the clock of the shopper and not of the shop: ${code}`, async () => {
      stage = await open('talk/talk-1', (backend) => {
        backend.shop = { ...backend.shop, timeZone: 'Asia/Kathmandu' };
        backend.said = [aMessage(1)];
        backend.refuse['POST /conversations/talk-1/messages'] = { code, retryAfter: 1800 };
      });
      await stage.sees(`Sent ${here.time(stage.backend.said[0]!.at)}`);
      await stage.type('Write a message', 'One more');
      await stage.press('Send');
      const alert = await stage.one('alert');
      const { retryAt } = stage.desk.use(createConversations).letters.$problem.get()!;
      match(
        alert.textContent ?? '',
        new RegExp(`${said} (tomorrow )?at ${here.time(retryAt!)}\\.`),
      );
      await stage.sees('Not sent.');
      equal(stage.text.split(here.time(retryAt!)).length, 2);
      deepEqual(await stage.axe(), []);
    });

  it('shows what begins a conversation while its files are on their way', async () => {
    stage = await open('chat', (backend) => {
      backend.gone = 0.4;
      backend.hold.add('POST /uploads');
    });
    await stage.type('Write a message', 'It came like this');
    await stage.give('Attach a file', await aPicture());
    await stage.one('button', 'Take out picture 1');
    await stage.press('Send');
    await stage.one('progressbar', 'Sending');
    await stage.sees('It came like this');
  });

  it('sends a picture of somebody who has not signed in', async () => {
    stage = await open('talk/talk-1', (backend) => {
      backend.session = aVisitor();
      backend.said = [aMessage(1)];
    });
    await stage.sees('Message 1');
    await stage.give('Attach a file', await aPicture());
    await stage.one('button', 'Take out picture 1');
    await stage.press('Send');
    await stage.until('it is there', () => stage.backend.said.at(-1)?.photos?.length === 1);
  });

  it('says that a picture is refused, and keeps it until its writer decides', async () => {
    stage = await open('talk/talk-1', (backend) => {
      backend.said = [aMessage(1)];
      backend.refuse['POST /uploads'] = { code: 'file_refused' };
    });
    await stage.sees('Message 1');
    await stage.give('Attach a file', await aPicture());
    await stage.one('button', 'Take out picture 1');
    await stage.press('Send');
    await stage.sees('The shop does not take this file.');
    await stage.press('Remove');
    await stage.until('it is gone', () => !stage.text.includes('does not take'));
  });

  it('tells how far each file is, and that it is looked at; one that is taken out goes no further', async () => {
    stage = await open('talk/talk-1', (backend) => {
      backend.said = [aMessage(1)];
      backend.gone = 0.4;
      backend.hold.add('POST /uploads');
    });
    await stage.sees('Message 1');
    await stage.type('Write a message', 'Two of them');
    const pdf = new File(['%PDF-1.7 %%EOF'], 'bill.pdf', { type: 'application/pdf' });
    await stage.give('Attach a file', await aPicture(), pdf);
    await stage.one('button', 'Take out picture 2');
    await stage.press('Send');
    const isAt = (part: number) => () => {
      const [bar] = stage.all('progressbar', 'Sending');
      return bar instanceof HTMLProgressElement && Math.abs(bar.value - part) < 0.01;
    };
    await stage.until('how far it is', isAt(0.4));
    const status = () => stage.all('status').map(({ textContent }) => textContent?.trim());
    equal(status().includes('Sending'), true);
    deepEqual(await stage.axe(), []);
    stage.backend.gone = 1;
    // calls off what is on its way: the next one begins
    await stage.press('Take out picture 1');
    await stage.sees('Being checked…');
    await stage.until('all of it', isAt(1));
    await stage.until('both', () => stage.backend.timesAsked('POST /uploads') === 2);
    stage.backend.hold.clear();
    dispatchEvent(new Event('online'));
    (await stage.one('button', 'Take out picture 1')).focus();
    await stage.key('Enter');
    await stage.until('it is there', () => stage.backend.said.at(-1)?.text === 'Two of them');
    const { photos, documents } = stage.backend.said.at(-1)!;
    deepEqual([photos, documents], [undefined, undefined]);
  });

  it('keeps what was typed and the others where one is refused, and sends them without it', async () => {
    stage = await open('talk/talk-1', (backend) => {
      backend.said = [aMessage(1)];
      backend.refuse['POST /uploads'] = { code: 'file_refused' };
    });
    await stage.sees('Message 1');
    await stage.type('Write a message', 'See these');
    await stage.give('Attach a file', await aPicture(), await aPicture());
    await stage.one('button', 'Take out picture 2');
    await stage.press('Send');
    await stage.sees('The shop does not take this file.');
    deepEqual(await stage.axe(), []);
    stage.backend.refuse = {};
    await stage.press('Take out picture 1');
    await stage.until('it is there', () => stage.backend.said.at(-1)?.text === 'See these');
    deepEqual(stage.backend.said.at(-1)?.photos, ['picture-1']);
    equal(stage.text.includes('does not take'), false);
  });

  it('goes once more where a file did not, and leaves nothing where that was all', async () => {
    stage = await open('talk/talk-1', (backend) => {
      backend.said = [aMessage(1)];
      backend.refuse['POST /uploads'] = { code: 'too_many_files', retryAfter: 900 };
    });
    await stage.sees('Message 1');
    await stage.give('Attach a file', await aPicture());
    await stage.one('button', 'Take out picture 1');
    await stage.press('Send');
    await stage.sees(/That is all you can send for now\. Try again (tomorrow )?at \d\d:\d\d\./);
    delete stage.backend.refuse['POST /uploads'];
    stage.backend.hold.add('POST /uploads');
    await stage.press('Try again');
    await stage.one('progressbar', 'Sending');
    await stage.press('Take out picture 1');
    await stage.until('nothing waits', () => !stage.all('status').length);
    equal(stage.backend.said.length, 1);
  });

  it('comes by mail as a whole, by the keyboard', async () => {
    stage = await open('talk/talk-1', (backend) => {
      backend.said = [aMessage(1), aMessage(2, { ...jo, text: 'Yes, it is' })];
    });
    (await stage.one('button', 'Mail me this conversation')).focus();
    await stage.key('Enter');
    await stage.sees('This conversation is on its way to your mail.');
    equal(stage.backend.timesAsked('POST /conversations/talk-1/transcript'), 1);
    deepEqual(await stage.axe(), []);
  });

  it('says when to try again where no more of it is mailed', async () => {
    stage = await open('talk/talk-1', (backend) => {
      backend.said = [aMessage(1), aMessage(2, { ...jo, text: 'Yes, it is' })];
      const used = { code: 'too_many_requests', retryAfter: 900 } as const;
      backend.refuse['POST /conversations/talk-1/transcript'] = used;
    });
    await stage.press('Mail me this conversation');
    const alert = await stage.one('alert');
    match(alert.textContent ?? '', /Try again (tomorrow )?at \d\d:\d\d\./);
    deepEqual(await stage.axe(), []);
    stage.backend.refuse = {};
    await stage.press('Mail me this conversation');
    await stage.sees('This conversation is on its way to your mail.');
    equal(stage.all('alert').length, 0);
  });

  it('comes by mail as a whole to nobody before they have signed in, by the keyboard', async () => {
    stage = await open('talk/talk-1', (backend) => {
      backend.session = aGuest(anOrder());
      backend.said = [aMessage(1), aMessage(2, { ...jo, text: 'Yes, it is' })];
      backend.talk = { mailed: true };
    });
    (await stage.one('button', 'Mail me this conversation')).focus();
    await stage.key('Enter');
    equal(stage.room, 'sign-in');
    // another one gets no code, and is not told: so which one does is said first
    await stage.sees('to the address of your order or account');
    deepEqual(stage.desk.route.here().after, { room: 'talk', id: 'talk-1' });
    equal(stage.backend.timesAsked('POST /conversations/talk-1/transcript'), 0);
  });

  it('has of five thousand messages only those that are near', async () => {
    stage = await open('talk/talk-1', (backend) => {
      backend.said = Array.from({ length: 5000 }, (_, nth) => aMessage(nth + 1));
    });
    await stage.sees('Message 4951');
    // as the panel's body scrolls
    const body = document.querySelector<HTMLElement>('test-stage')!;
    body.style.cssText = 'display: block; block-size: 600px; overflow: auto';
    stage.desk.opened();
    await stage.sees('Message 5000');
    equal((stage.text.match(/Message \d/g) ?? []).length < 200, true);
  });
});

describe('An answer that comes when the panel is closed', () => {
  const change = { topic: 'conversation', id: 'talk-1' };
  let page: ShopPage;
  afterEach(() => page.leave());

  /** A conversation is under way on the page, and the panel is closed. */
  async function under(
    attributes: Record<string, string> = {},
    talk: Partial<Conversation> = {},
  ): Promise<void> {
    page = await ShopPage.open(attributes, (backend) => {
      backend.session = aCustomer();
      const { capabilities } = backend.shop;
      const more = { chat: { mail: false }, live: {} };
      backend.shop = { ...backend.shop, capabilities: { ...capabilities, ...more } };
      backend.said = [aMessage(1)];
      backend.talk = talk;
      // a line that ends, and is opened again
      backend.texts['/stream'] = ': hello\n\n';
    });
    const { backend, desk } = page;
    desk.open('talk/talk-1');
    await page.until('the message', () => page.find('.me'));
    await page.until('the list', () => backend.timesAsked('GET /conversations'));
    await page.until('a line', () => backend.timesAsked('GET /stream'));
    desk.close();
  }
  function answer(text: string): void {
    const { backend } = page;
    backend.said = [...backend.said, aMessage(backend.said.length + 1, { ...jo, text })];
    backend.talk = { unread: backend.said.length - 1 };
    backend.texts['/stream'] = `data: ${JSON.stringify(change)}\n\n`;
  }
  const teaser = () => page.find('section');
  const badge = () => page.desk.getAttribute('unread');

  it('is counted on its button, until it is seen', async () => {
    await under();
    equal(badge(), '');
    answer('It is here');
    await page.until('the number', () => badge() === '1');
    page.desk.open();
    await page.until('it is seen', () => badge() === '');
  });

  it('is counted where the shop had answered before and says more', async () => {
    await under({}, { state: 'waiting' });
    answer('And so is the other');
    await page.until('the number', () => badge() === '1');
  });

  it('is told beside the button, which leads to it', async () => {
    await under();
    answer('It is here\nand so on');
    await page.until('the words', () => teaser()?.textContent?.startsWith('Jonas\nIt is here✕'));
    const [words, close] = teaser()!.querySelectorAll('button');
    deepEqual([words!.ariaLive, close!.ariaLabel], ['polite', 'Close']);
    words!.click();
    await page.until('the panel', () => page.isOpen && page.room === 'talk/talk-1');
    await page.until('no teaser', () => !teaser());
  });

  it('is told no more once that was taken away, and leaves alone what the page has counted', async () => {
    await under({ unread: '7' });
    answer('It is here');
    await page.until('the words', teaser);
    teaser()!.querySelectorAll('button')[1]!.click();
    equal(teaser(), undefined);
    answer('And here');
    const { backend } = page;
    const asked = backend.timesAsked('GET /conversations');
    await page.until('it has come', () => backend.timesAsked('GET /conversations') > asked + 1);
    deepEqual([teaser(), badge()], [undefined, '7']);
  });

  it('is not told over what the page is worked with', async () => {
    const link = document.createElement('a');
    link.href = '#cart';
    link.textContent = 'Cart';
    Object.assign(link.style, { position: 'fixed', right: '60px', bottom: '110px' });
    document.body.append(link);
    try {
      await under();
      answer('It is here');
      await page.until('the number', () => badge() === '1');
      const { backend } = page;
      const asked = backend.timesAsked('GET /conversations');
      await page.until('it has come', () => backend.timesAsked('GET /conversations') > asked + 1);
      equal(teaser(), undefined);
    } finally {
      link.remove();
    }
  });
});
