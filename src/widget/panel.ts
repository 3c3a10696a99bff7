import { FdPanel } from './elements/fd-panel.ts';
import type { FrontDesk } from './elements/front-desk.ts';
import { isMarked } from './host/mark.ts';
import { boxKeyOf } from './saving/wish-key.ts';
import type { Early, Panel } from './loader/load.ts';
import { makeDesk, type LanguageModule } from './make-desk.ts';

/** The launcher's only way in: builds the desk behind it. */
export function mount(
  launcher: FrontDesk,
  asked: string,
  language: LanguageModule,
  early?: Early,
): Panel {
  const desk = makeDesk(launcher, asked, language, 'home', early);
  const { session, config } = desk;
  // what was saved before goes into the account of whoever signs in, and the other way round
  if (launcher.wishes || isMarked(boxKeyOf(config)))
    import('./stores/wishlists.ts').then(
      ({ createWishlists }) => desk.use(createWishlists),
      () => {}, // the room for it brings it too
    );
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
  if (launcher.querySelector('[slot=brand]')) {
    const brand = document.createElement('slot');
    brand.name = brand.slot = 'brand';
    panel.append(brand);
  }
  root.append(panel);

  launcher.identify = (who) => {
    launcher.who = who;
    launcher.out = undefined;
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
    token: desk.token,
    destroy() {
      panel.remove();
      desk.destroy();
    },
  });
  // it went while this was on its way
  if (launcher.gone) built.destroy();
  return built;
}
