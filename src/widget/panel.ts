import { FdPanel } from './elements/fd-panel.ts';
import type { FrontDesk } from './elements/front-desk.ts';
import { readConfig } from './config.ts';
import { localeFor } from './host/locale.ts';
import type { Early, Panel } from './loader/load.ts';
import { createWords, type Phrases } from './locales/words.ts';
import { createDesk } from './stores/desk.ts';

/**
 * The module of a language: its phrases, named as the language is. The build may cut it in two;
 * then `rest` brings what only the other rooms say.
 */
export type LanguageModule = Record<string, Phrases> & { rest?: () => Promise<Partial<Phrases>> };

/** The launcher's only way in: builds the desk behind it. */
export function mount(
  launcher: FrontDesk,
  asked: string,
  { rest, ...named }: LanguageModule,
  early?: Early,
): Panel {
  const [[language, first]] = Object.entries(named) as [[string, Phrases]];
  const phrases = { ...first };
  const locale = localeFor(asked, language);
  const desk = createDesk({
    config: readConfig(launcher),
    locale,
    makeWords: (timeZone) => createWords(locale, phrases, timeZone),
    restOfWords: rest && (async () => Object.assign(phrases, await rest())),
    early,
    // the code for it comes only where a shop has a login of its own
    vouch: async (ground, told) =>
      launcher.who !== undefined || launcher.hasAttribute('identity')
        ? (await import('./stores/own-login.ts')).vouch(launcher, ground, told)
        : told,
  });
  const { session } = desk;
  // what the backend knows of the brand; what the page says in --fd-accent and --fd-radius goes before it
  desk.info.$state.listen(({ value }) => {
    const { accent, radius } = value?.brand ?? {};
    launcher.style.setProperty('--fd-a', accent ?? '');
    launcher.style.setProperty('--fd-r', radius === undefined ? '' : `${radius}px`);
  });
  const root = launcher.shadowRoot!;
  desk.orders.$state.listen(({ value }) => {
    // a picture beside the words; without it nothing is missing
    import('./elements/parcel-ring.ts').then(
      ({ drawRing }) => drawRing(root, value?.items ?? []),
      () => {},
    );
  });
  if (!customElements.get('fd-panel')) customElements.define('fd-panel', FdPanel);
  const panel = document.createElement('fd-panel') as FdPanel;
  panel.desk = desk;
  panel.setAttribute('exportparts', 'panel, header, body, tabs');
  root.append(panel);

  launcher.identify = (who) => {
    launcher.who = who;
    // before the first tap nothing is asked, unless somebody has signed out
    if (who === null || session.$session.get().kind !== 'unknown') void session.refresh();
  };
  if (launcher.who === null) void session.refresh();
  const built: Panel = (launcher.panel = {
    async open(room, opener) {
      panel.toggleAttribute('start', launcher.getAttribute('position') === 'start');
      // the skeleton has already moved in
      await panel.open(room, opener, !!launcher.waiting.hidden);
      launcher.waiting.hidden = true;
    },
    close: () => panel.close(),
    destroy() {
      panel.remove();
      desk.destroy();
    },
  });
  // it went while this was on its way
  if (launcher.gone) built.destroy();
  return built;
}
