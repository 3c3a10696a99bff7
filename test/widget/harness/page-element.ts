import '../../../src/widget/define.ts';
import { until } from './until.ts';

/** An element with one task on a shop's page, and what a shopper sees in it. */
export class PageElement {
  readonly element: HTMLElement;

  constructor(element: HTMLElement) {
    this.element = element;
  }

  static place(tag: 'fd-returns' | 'fd-order-tracker', attributes: Record<string, string> = {}) {
    const element = document.createElement(tag);
    // other test pages have the same origin, and must not hear of this one
    element.setAttribute('api', `https://${crypto.randomUUID()}.example`);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.body.append(element);
    return new PageElement(element);
  }

  /** All that match, through all shadows. */
  all<Found extends HTMLElement>(selector: string): Found[] {
    const found: Found[] = [];
    const walk = (root: ParentNode) => {
      for (const one of root.querySelectorAll<Found>('*')) {
        if (one.matches(selector)) found.push(one);
        if (one.shadowRoot) walk(one.shadowRoot);
      }
    };
    walk(this.element.shadowRoot!);
    return found;
  }
  get heading(): string | undefined {
    return this.all('h1')[0]?.textContent?.trim();
  }
  heads = (text: string) => this.until(text, () => this.heading === text);

  type(name: string, typed: string): void {
    const [field] = this.all<HTMLInputElement>(`input[name="${name}"]`);
    field!.value = typed;
    field!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  until = (what: string, isSo: () => unknown): Promise<void> =>
    until(what, isSo, () => this.heading);
}
