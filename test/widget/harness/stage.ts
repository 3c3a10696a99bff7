import 'axe-core/axe.min.js';
import type * as Axe from 'axe-core';
import { LitElement } from 'lit';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { ar } from '../../../src/widget/locales/ar.ts';
import { de } from '../../../src/widget/locales/de.ts';
import { en } from '../../../src/widget/locales/en.ts';
import { createWords } from '../../../src/widget/locales/words.ts';
import { openRoom } from '../../../src/widget/rooms/open-room.ts';
import { findRoom, makeRoom } from '../../../src/widget/rooms/rooms.ts';
import { createDesk, type OwnedDesk } from '../../../src/widget/stores/desk.ts';
import { tokens } from '../../../src/widget/theme/tokens.styles.ts';
import { FakeBackend } from './fake-backend.ts';
import { forgetKept } from './kept.ts';
import { nextLook, until } from './until.ts';

const languages = { en: ['en-GB', en], de: ['de', de], ar: ['ar', ar] } as const;

/** Holds a room as the panel does: tokens, language and direction come from outside of it. */
class TestStage extends LitElement {
  static override styles = [tokens];
  protected override createRenderRoot() {
    const root = super.createRenderRoot();
    root.append(document.createElement('slot'));
    return root;
  }
}
customElements.define('test-stage', TestStage);

export interface StageOptions {
  language?: keyof typeof languages;
  /** Set before the room is there. */
  prepare?(backend: FakeBackend): void;
  draft?: [name: string, draft: unknown];
  /** As the `cart` attribute says it. */
  cart?: string;
}

/**
 * A room on a desk on a fake backend, and the ways a shopper has with it: by role and name, by
 * label, by key. Rooms the shopper goes to are put on stage in turn.
 */
export class Stage {
  readonly backend = new FakeBackend();
  desk!: OwnedDesk;
  readonly #frame = document.createElement('test-stage');
  #options: StageOptions = {};
  /** Other test pages have the same origin, and must not hear of this one. */
  readonly api = `https://${crypto.randomUUID()}.example`;

  static async open(path: string, options: StageOptions = {}): Promise<Stage> {
    // colours on their way from one to another have no contrast of their own
    await emulateMedia({ reducedMotion: 'reduce' });
    const stage = new Stage();
    stage.#options = options;
    options.prepare?.(stage.backend);
    stage.backend.start();
    stage.#makeDesk();
    if (options.draft) stage.desk.drafts.write(...options.draft);
    stage.desk.route.enter(path);
    stage.desk.opened();
    document.body.append(stage.#frame);
    await stage.#follow();
    return stage;
  }

  /** Puts on stage what the shopper goes to, now and from now on. */
  #follow(): Promise<void> {
    this.desk.route.$stack.listen(() => void this.#show());
    return this.#show();
  }

  #makeDesk(): void {
    const [locale, phrases] = languages[this.#options.language ?? 'en'];
    const say = createWords(locale, phrases);
    this.#frame.tabIndex = -1; // as the panel's body
    this.#frame.setAttribute('lang', locale);
    this.#frame.setAttribute('dir', say.rtl ? 'rtl' : 'ltr');
    this.desk = createDesk({
      config: {
        api: this.api,
        shop: undefined,
        rooms: undefined,
        locale,
        fallback: undefined,
        cart: this.#options.cart,
        home: 'home',
      },
      makeWords: (zone) => createWords(locale, phrases, zone),
    });
  }

  async #show(): Promise<void> {
    const place = this.desk.route.here();
    const room = findRoom(place.room, this.desk);
    await openRoom(room, this.desk);
    if (place !== this.desk.route.here()) return;
    this.#frame.replaceChildren(makeRoom(room, this.desk, place));
  }

  /** As after a reload: all of it anew, only what a browser keeps is still there. */
  async reload(): Promise<void> {
    const path = this.desk.route.here();
    this.desk.destroy();
    this.#makeDesk();
    this.desk.route.enter(path);
    this.desk.opened();
    await this.#follow();
  }

  close(): void {
    this.#frame.remove();
    this.desk.drafts.clear();
    this.desk.destroy();
    forgetKept(this.api);
    this.backend.stop();
  }

  get room(): string {
    const { room, id } = this.desk.route.here();
    return id ? `${room}/${id}` : room;
  }

  /** Looks again and again until it is so. */
  until = (what: string, isSo: () => unknown): Promise<void> => until(what, isSo, () => this.text);

  get text(): string {
    return [...deep(this.#frame)]
      .filter((node) => node.nodeType === Node.TEXT_NODE && !isStyle(node.parentElement))
      .map((node) => node.textContent?.replace(/[\s\u2068\u2069]+/g, ' ').trim())
      .filter(Boolean)
      .join(' ');
  }
  sees = (text: string | RegExp): Promise<void> =>
    this.until(String(text), () =>
      typeof text === 'string' ? this.text.includes(text) : text.test(this.text),
    );

  get heading(): string | undefined {
    return this.#elements('h1')[0]?.textContent?.trim();
  }
  heads = (text: string): Promise<void> => this.until(text, () => this.heading === text);

  /** All elements of a role with that name. */
  all(role: keyof typeof ROLES, name?: string): HTMLElement[] {
    return this.#elements(ROLES[role]).filter(
      (element) => name === undefined || nameOf(element) === name,
    );
  }
  async one(role: keyof typeof ROLES, name?: string): Promise<HTMLElement> {
    await this.until(`${role} ${name ?? ''}`, () => this.all(role, name).length);
    return this.all(role, name)[0]!;
  }
  names = (role: keyof typeof ROLES): string[] => this.all(role).map(nameOf);
  async press(name: string): Promise<void> {
    const button = await this.one('button', name);
    button.focus();
    button.click();
  }
  async follow(name: string | RegExp): Promise<void> {
    const find = () =>
      this.all('link').find((link) =>
        typeof name === 'string' ? nameOf(link) === name : name.test(nameOf(link)),
      );
    await this.until(`link ${name}`, find);
    find()!.click();
  }

  async field(label: string): Promise<HTMLInputElement> {
    return (await this.one('textbox', label)) as HTMLInputElement;
  }
  /** Types with real keys. */
  async type(label: string, text: string): Promise<void> {
    (await this.field(label)).focus();
    await sendKeys({ type: text });
  }
  /** Chooses one of several answers, as a tap on its row does. */
  async choose(role: 'radio' | 'checkbox', name: string): Promise<void> {
    (await this.one(role, name)).click();
  }
  /** As from a camera or a folder. */
  async give(label: string, ...files: File[]): Promise<void> {
    const input = (await this.one('file', label)) as HTMLInputElement;
    const given = new DataTransfer();
    for (const file of files) given.items.add(file);
    input.files = given.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
  key = (press: string): Promise<void> => sendKeys({ press });

  get focused(): HTMLElement | undefined {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active instanceof HTMLElement ? active : undefined;
  }

  /** What a screen reader is told politely. */
  get told(): string {
    return this.desk.$announcement.get();
  }

  async axe(): Promise<string[]> {
    await nextLook();
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    const { violations } = await axe.run(this.#frame, {
      // a room is a part of a page: the page has its own landmarks and title
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }

  #elements(selector: string): HTMLElement[] {
    return [...deep(this.#frame)].filter(
      (node): node is HTMLElement => node instanceof HTMLElement && node.matches(selector),
    );
  }
}

const ROLES = {
  button: 'button, [role="button"]',
  link: 'a[href]',
  textbox: 'input:not([type]), textarea',
  file: '[type="file"]',
  picture: 'canvas',
  radio: '[type="radio"]',
  checkbox: '[type="checkbox"]',
  heading: 'h1, h2, h3',
  tab: '[role="tab"]',
  alert: '[role="alert"]',
  status: '[role="status"]',
  progressbar: 'progress',
  listitem: 'li',
  image: '[role="img"]',
} as const;

const isStyle = (element: Element | null) => element?.localName === 'style';

/** A node and all below it, through the shadows; the stage itself only holds the room. */
function* deep(node: Node): Generator<Node> {
  yield node;
  const shadow = node instanceof Element && !(node instanceof TestStage) ? node.shadowRoot : null;
  for (const child of (shadow ?? node).childNodes) yield* deep(child);
}

const clean = (text: string) => text.replace(/[\s\u2068\u2069]+/g, ' ').trim();

/** Parts that stand under each other are read with a pause between them. */
const wordsIn = (element: Element): string =>
  [...deep(element)]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => clean(node.textContent ?? ''))
    .filter(Boolean)
    .join(' ');

function nameOf(element: HTMLElement): string {
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  const label = isField ? element.labels?.[0] : element;
  return clean(element.getAttribute('aria-label') ?? (label ? wordsIn(label) : ''));
}
