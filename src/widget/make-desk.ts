import { readConfig, type DeskConfig } from './config.ts';
import { localeFor } from './host/locale.ts';
import type { Collected, Early } from './loader/load.ts';
import { createWords, type Phrases } from './locales/words.ts';
import { createDesk, type OwnedDesk } from './stores/desk.ts';
import type { Page } from './stores/ground.ts';
import type { Told } from './stores/own-login.ts';

/**
 * The module of a language: its phrases, named as the language is. The build may cut it in two;
 * then `rest` brings what only the other rooms say.
 */
export type LanguageModule = Record<string, Phrases> & { rest?: () => Promise<Partial<Phrases>> };

/** The desk behind an element of the page, as its attributes say. */
export function makeDesk(
  element: Told & Page & Partial<Pick<Collected, 'track'>> & HTMLElement,
  asked: string,
  { rest, ...named }: LanguageModule,
  home: DeskConfig['home'],
  early?: Early,
): OwnedDesk {
  const [[language, first]] = Object.entries(named) as [[string, Phrases]];
  const phrases = { ...first };
  const locale = localeFor(asked, language);
  const desk = createDesk({
    config: { ...readConfig(element), home },
    makeWords: (timeZone) => createWords(locale, phrases, timeZone),
    restOfWords: rest && (async () => Object.assign(phrases, await rest())),
    early,
    page: element,
    // an element with one task tells nobody
    tell: (event) => element.track?.(event),
    // the code for it comes only where a shop has a login of its own
    vouch: async (ground, told, isOver) =>
      element.who !== undefined || element.hasAttribute('identity')
        ? (await import('./stores/own-login.ts')).vouch(element, ground, told, isOver)
        : told,
  });
  let follows: unknown;
  // what the backend knows of the brand; what the page says in --fd-accent and --fd-radius goes before it
  desk.info.$state.listen(({ value }) => {
    if (!value) return;
    const { accent, radius } = value.brand ?? {};
    element.style.setProperty('--fd-a', accent ?? '');
    element.style.setProperty('--fd-r', radius === undefined ? '' : `${radius}px`);
    // the shop's own words, and other languages from now on; without it the desk speaks as it does
    follows ??= import('./other-words.ts').then(
      ({ follow }) => follow(element, desk, asked),
      () => {},
    );
  });
  return desk;
}
