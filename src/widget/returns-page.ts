import { FdPage } from './elements/fd-page.ts';
import type { FdReturns } from './elements/fd-returns.ts';
import type { Page } from './loader/load.ts';
import { makeDesk, type LanguageModule } from './make-desk.ts';

/** What stands behind `<fd-returns>`: a desk of its own, whose home is the orders that may go back. */
export function mount(element: FdReturns, asked: string, language: LanguageModule): Page {
  const desk = makeDesk(element, asked, language, 'returns');
  const { session, route } = desk;
  if (!customElements.get('fd-page')) customElements.define('fd-page', FdPage);
  const page = document.createElement('fd-page') as FdPage;
  page.desk = desk;
  page.setAttribute('exportparts', 'header, body');
  const order = element.getAttribute('order');
  if (order) route.enter({ room: 'return', id: order });
  element.shadowRoot!.append(page);
  return {
    refresh: () => void session.refresh(),
    destroy() {
      page.remove();
      desk.destroy();
    },
  };
}
