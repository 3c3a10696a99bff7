import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codeMail } from '../../../src/backend/channels/email/code-mail.ts';
import { linkMail } from '../../../src/backend/channels/email/link-mail.ts';
import { coloursFor } from '../../../src/backend/channels/email/colours.ts';
import { wordsFor } from '../../../src/backend/channels/email/language.ts';
import { aShop } from '../../builders/shop.ts';

const at = new Date('2026-11-23T08:36:00.000Z');
const mail = (wanted: Parameters<typeof aShop>[0] = {}, language: string | null = 'en') =>
  codeMail(aShop(wanted), 'mara@kern.example', '418207', { at, language });

describe('The code mail', () => {
  test('has the code in its subject, its text and its page', () => {
    const { shop, to, subject, text, html } = mail();
    assert.deepEqual([shop, to, subject], ['alder', 'mara@kern.example', 'Your code is 418 207']);
    assert.match(text, /^418207$/m);
    assert.match(html, />418<span[^>]*>207<\/span>/);
  });

  test('says when it was asked for, in the shop’s time zone', () => {
    assert.match(mail().text, /Asked for at 9:36/);
    assert.match(mail({ timeZone: 'America/New_York' }).text, /Asked for at 3:36/);
    assert.match(mail({}, 'de').text, /Angefordert um 09:36/);
  });

  test('writes times as one does where its reader is, in one kind of digits', () => {
    const afternoon = { timeZone: 'Asia/Tokyo' };
    assert.match(mail(afternoon, 'en-US').text, /Asked for at 5:36\sPM/);
    assert.match(mail(afternoon, 'en-GB').text, /Asked for at 17:36/);
    const { text, html } = mail(afternoon, 'ar-EG');
    assert.match(text, /5:36/);
    assert.match(html, /<html lang="ar-EG" dir="rtl">/);
  });

  test('links to the shop’s privacy page, where it has one on the web', () => {
    const privacy = 'https://alder.example/privacy?a=1&b="2"';
    const { html, text } = mail({ links: { privacy } });
    assert.ok(html.includes('href="https://alder.example/privacy?a=1&amp;b=&quot;2&quot;"'));
    assert.ok(text.includes(privacy));
    for (const other of ['/privacy', 'mailto:a@b.example', 'javascript:alert(1)'])
      assert.ok(!mail({ links: { privacy: other } }).html.includes('<a '), other);
  });

  test('lets no text of the shop become markup', () => {
    const { html } = mail({ name: '<img src=x onerror=alert(1)> & "Söhne"' });
    assert.ok(html.includes('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Söhne&quot;'));
    assert.ok(!html.includes('<img'));
  });

  test('takes no colour but a hex one: an accent cannot write styles', () => {
    const plain = mail().html;
    for (const accent of ['red;background:url(https://evil.example)', 'oklch(.5 .1 20)', '#12'])
      assert.equal(mail({ brand: { accent } }).html, plain, accent);
    assert.notEqual(mail({ brand: { accent: '#c00' } }).html, plain);
    assert.equal(
      mail({ brand: { accent: '#cc0000' } }).html,
      mail({ brand: { accent: '#c00' } }).html,
    );
  });

  test('is made of tables and asks nobody for a picture, a style or a script', () => {
    const { html } = mail();
    assert.match(html, /<table role="presentation"/);
    assert.doesNotMatch(html, /<(img|link|script|iframe)|url\(|@import|var\(|oklch/);
  });

  test('is read from right to left in Arabic, its code from left to right', () => {
    const { html, subject } = mail({}, 'ar');
    assert.match(html, /<html lang="ar" dir="rtl">/);
    assert.match(html, /<td class="tint"[^>]* dir="ltr"/);
    assert.ok(subject.endsWith('\u2068418 207\u2069'), 'its halves in their order');
  });
});

describe('The link mail', () => {
  const link = 'https://alder.example/?a=1&b=2#front-desk/sign-in/~c-1.token';
  const told = (language: string) => linkMail(aShop(), 'mara@kern.example', link, { at, language });

  test('has the link on a line of its own in its text, and on its page', () => {
    const { subject, text, html } = told('en');
    assert.equal(subject, 'Your sign-in link');
    assert.ok(text.split('\n').includes(link));
    assert.ok(html.includes(`href="${link.replace('&', '&amp;')}"`));
    assert.match(text, /Asked for at 9:36/);
  });

  test('is read from right to left in Arabic', () => {
    assert.match(told('ar').html, /<html lang="ar" dir="rtl">/);
  });
});

describe('Its words', () => {
  for (const [header, language] of [
    [null, 'en'],
    ['', 'en'],
    ['de', 'de'],
    ['de-AT,en;q=0.5', 'de-AT'],
    ['en,en-gb;q=0.9,en-US;q=0.8', 'en-GB'],
    ['en;q=0.5,de,en-GB;q=0.3', 'de'],
    ['sv,ar;q=0.8,en;q=0.9', 'en'],
    ['AR-eg', 'ar-EG'],
    ['pt-Latn-BR', 'pt-Latn-BR'],
    ['es-419', 'es-419'],
    ['ar-EG-u-nu-arab', 'ar-EG'],
    ['de-x-evil', 'de'],
    ['en;q=0.1, de;q=0.2', 'de'],
    ['de;q=0', 'en'],
    ['sv', 'en'],
    ['__proto__, constructor;q=2', 'en'],
    ['de;q=zero', 'de'],
    [`${'x,'.repeat(5000)}de`, 'en'],
  ] as const)
    test(`for "${String(header).slice(0, 30)}" are ${language}`, () => {
      assert.equal(wordsFor(header).language, language);
    });
});

describe('Its colours', () => {
  const luminance = (hex: string): number => {
    const [red, green, blue] = [1, 3, 5].map((from) => {
      const part = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const contrast = (one: string, other: string): number => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  for (const accent of [undefined, '#000000', '#ffffff', '#ffe600', '#ff0000', '#0000ff'])
    test(`can be read whatever the brand: ${accent ?? 'none'}`, () => {
      for (const scheme of Object.values(coloursFor(accent))) {
        for (const ground of [scheme.ground, scheme.paper, scheme.tint])
          assert.ok(contrast(scheme.ink, ground) >= 4.5, `ink on ${ground}`);
        for (const ground of [scheme.ground, scheme.paper])
          assert.ok(contrast(scheme.quiet, ground) >= 4.5, `quiet on ${ground}`);
      }
    });
});
