import { readConfig } from './config.ts';
import { localeFor } from './host/locale.ts';
import type { Load, LoadPage } from './loader/load.ts';
import { createWords, type Phrases } from './locales/words.ts';
import type { LanguageModule } from './make-desk.ts';
import type { OwnedDesk } from './stores/desk.ts';

/**
 * From now on a desk speaks the language that its element or the page asks for, and says what the shop
 * says in its own words so.
 */
export async function speak(element: HTMLElement, desk: OwnedDesk): Promise<void> {
  const asked = readConfig(element).locale;
  // the elements that have a desk know how to load their code
  const { load } = element.constructor as unknown as { load: Load | LoadPage };
  const [, module] = await load(asked.toLowerCase().split('-')[0]!);
  const { rest, ...named } = module as LanguageModule;
  const [[language, first]] = Object.entries(named) as [[string, Phrases]];
  const ours = { ...first, ...(await rest?.()) };
  const own = desk.info.$state.get().value?.words?.[language];
  const phrases = own ? (await import('./locales/own-phrases.ts')).withOwn(ours, own) : ours;
  // meanwhile it may be asked for another
  if (desk.life.aborted || asked !== readConfig(element).locale) return;
  const locale = localeFor(asked, language);
  desk.speak((timeZone) => createWords(locale, phrases, timeZone));
}
