import { readConfig } from './config.ts';
import { localeFor } from './host/locale.ts';
import type { Load, LoadPage } from './loader/load.ts';
import { createWords, type Phrases } from './locales/words.ts';
import type { LanguageModule } from './make-desk.ts';
import type { OwnedDesk } from './stores/desk.ts';

/**
 * From now on a desk speaks the language that its element asks for, or else the page, and says what
 * the shop has words of its own for in those. It speaks what was `asked` for so far.
 */
export function follow(element: HTMLElement, desk: OwnedDesk, asked: string): void {
  const shop = desk.shop;
  // it went while this was on its way
  if (!shop) return;
  const { words, timeZone } = shop;
  const ask = () => readConfig(element).locale;

  async function speak(now: string): Promise<void> {
    // the elements that have a desk know how to load their code
    const { load } = element.constructor as unknown as { load: Load | LoadPage };
    const [, module] = await load(now.toLowerCase().split('-')[0]!);
    const { rest, ...named } = module as LanguageModule;
    const [[language, first]] = Object.entries(named) as [[string, Phrases]];
    const ours = { ...first, ...(await rest?.()) };
    const own = words?.[language];
    const phrases = own ? (await import('./locales/shop-phrases.ts')).withOwn(ours, own) : ours;
    // meanwhile another may be asked for
    if (desk.life.aborted || now !== ask()) return;
    const locale = localeFor(now, language);
    const isOther = locale !== desk.words.locale;
    desk.$words.set(createWords(locale, phrases, timeZone));
    // the backend has words as well
    if (isOther) desk.renew();
  }
  const change = () => {
    const now = ask();
    // without it the desk goes on as it is
    if (now !== asked) speak((asked = now)).catch(console.error);
  };

  const watch = new MutationObserver(change);
  watch.observe(element, { attributeFilter: ['locale'] });
  watch.observe(document.documentElement, { attributeFilter: ['lang'] });
  desk.life.addEventListener('abort', () => watch.disconnect());
  if (words) asked = '';
  change();
}
