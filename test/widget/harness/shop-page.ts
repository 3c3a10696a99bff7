import '../../../src/widget/define.ts';
import type { FdPanel } from '../../../src/widget/elements/fd-panel.ts';
import { FakeBackend } from './fake-backend.ts';
import { forgetKept } from './kept.ts';
import { until } from './until.ts';

/** A shop's page with a desk on it, and what a shopper sees and does there. */
export class ShopPage {
  readonly backend = new FakeBackend();
  /** Other test pages have the same origin, and must not hear of this one. */
  readonly api = `https://${crypto.randomUUID()}.example`;
  readonly desk = document.createElement('front-desk');

  static async open(
    attributes: Record<string, string> = {},
    prepare: (backend: FakeBackend) => void = () => undefined,
  ): Promise<ShopPage> {
    const page = new ShopPage();
    prepare(page.backend);
    page.backend.start();
    page.desk.setAttribute('api', page.api);
    for (const [name, value] of Object.entries(attributes)) page.desk.setAttribute(name, value);
    document.body.append(page.desk);
    return page;
  }

  leave(): void {
    this.desk.destroy();
    sessionStorage.clear();
    forgetKept(this.api);
    this.backend.stop();
  }

  get button(): HTMLButtonElement {
    return this.desk.button;
  }
  get panel(): FdPanel | null {
    return this.desk.shadowRoot!.querySelector<FdPanel>('fd-panel');
  }
  get dialog(): HTMLDialogElement | null {
    return this.panel?.shadowRoot?.querySelector('dialog') ?? null;
  }
  get isOpen(): boolean {
    return !!this.dialog?.matches(':popover-open, :modal');
  }
  get room(): string {
    const { room, id } = this.panel!.desk.route.here();
    return id ? `${room}/${id}` : room;
  }
  get heading(): string {
    return this.find('h1')?.textContent?.trim() ?? '';
  }
  /** The first that matches, through all shadows. */
  find(selector: string): HTMLElement | undefined {
    return this.all(selector)[0];
  }
  all(selector: string): HTMLElement[] {
    const found: HTMLElement[] = [];
    const walk = (root: ParentNode) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.matches(selector)) found.push(element);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(this.desk.shadowRoot!);
    return found;
  }
  /** All that is written in the panel, through all shadows. */
  get text(): string {
    const words: string[] = [];
    const walk = (node: Node) => {
      if (node.nodeType === Node.TEXT_NODE) words.push(node.textContent ?? '');
      else if (!(node instanceof HTMLStyleElement))
        for (const child of (node instanceof Element && node.shadowRoot ? node.shadowRoot : node)
          .childNodes)
          walk(child);
    };
    if (this.dialog) walk(this.dialog);
    return words.join(' ').replace(/[\s\u2068\u2069]+/g, ' ');
  }

  async openPanel(): Promise<void> {
    this.button.click();
    await this.until('the panel is open', () => this.isOpen);
  }
  async press(name: string): Promise<void> {
    const named = () =>
      this.all('button, a').find(
        (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name,
      );
    await this.until(`a button ${name}`, named);
    named()!.click();
  }
  sees = (text: string): Promise<void> => this.until(text, () => this.text.includes(text));

  /** The focused element, whatever shadow it stands in. */
  get focused(): Element | null {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  }

  until = (what: string, isSo: () => unknown): Promise<void> => until(what, isSo, () => this.text);
}
