import { FdPage } from './elements/fd-page.ts';
import type { TaskElement } from './elements/task-element.ts';
import type { Page } from './loader/load.ts';
import { makeDesk, type LanguageModule } from './make-desk.ts';
import { follow } from './track-order.ts';

/** What stands behind an element with one task: a desk of its own, whose home is that task. */
export function mount(element: TaskElement, asked: string, language: LanguageModule): Page {
  const desk = makeDesk(element, asked, language, element.home);
  const { session, route } = desk;
  if (!customElements.get('fd-page')) customElements.define('fd-page', FdPage);
  const page = document.createElement('fd-page') as FdPage;
  page.desk = desk;
  page.setAttribute('exportparts', 'header, body');
  const order = element.getAttribute('order') || undefined;
  if (element.home === 'find') follow(desk, order);
  else if (order) route.enter({ room: 'return', id: order });
  element.shadowRoot!.append(page);
  return {
    refresh: () => void session.refresh(),
    destroy() {
      page.remove();
      desk.destroy();
    },
  };
}
