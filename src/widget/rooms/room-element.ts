import type { ReadableAtom } from 'nanostores';
import { ReactiveElement } from '../host/reactive-element.ts';
import { StoreController } from '../host/store-controller.ts';
import type { Say } from '../locales/words.ts';
import type { Desk } from '../stores/desk.ts';
import type { SessionState } from '../stores/session.ts';
import { base } from '../ui/base.styles.ts';
import { room } from '../ui/room.styles.ts';

/** What every room has: the desk, its words, and a new picture when a store it shows changes. */
export abstract class RoomElement extends ReactiveElement {
  static override styles = [base, room];
  static override properties = ['desk'];
  /** Everything known; set by the panel before the room is shown. */
  declare desk: Desk;

  constructor() {
    super();
    new StoreController(this, () => {
      const { $words, info, session, $online } = this.desk;
      return [$words, info.$state, session.$session, $online, ...this.shown()];
    });
  }

  /**
   * The focus is never lost: where what had it is gone (a button that has done its work), or the
   * room had nothing yet to take it, it goes to what the room is about now.
   */
  protected override update(): void {
    const held = this.renderRoot.activeElement;
    super.update();
    const outside = this.getRootNode() as Document | ShadowRoot;
    if (held ? !held.isConnected : outside.activeElement === this.parentElement) this.focusStart();
  }

  /** To where a shopper begins here: the first field, else the heading. */
  focusStart(): void {
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    // while there is nothing yet, the panel's own body keeps it
    (find('[data-first]') ?? find('h1') ?? this.parentElement)?.focus({ preventScroll: true });
  }

  /** The stores this room shows, beside the words, the shop, who is here and whether there is a network. */
  protected shown(): readonly ReadableAtom<unknown>[] {
    return [];
  }

  /**
   * What comes in a chunk of its own once it is needed, dressed by its styles. Undefined where it did
   * not come: what is there already goes on without it.
   */
  protected async bring<Part extends object>(coming: Promise<Part>): Promise<Part | undefined> {
    const { adoptedStyleSheets: worn } = this.renderRoot;
    try {
      const part = await coming;
      const { styles = [] }: { styles?: readonly CSSStyleSheet[] } = part;
      for (const sheet of styles) if (!worn.includes(sheet)) worn.push(sheet);
      return part;
    } catch (error) {
      console.error(error);
      return undefined;
    }
  }

  /** Who is at the desk. */
  protected get who(): SessionState {
    return this.desk.session.$session.get();
  }
  protected get words(): Say {
    return this.desk.words;
  }

  /** A link inside the panel; opened in a new tab it still finds its room. */
  protected to(path: string, isTab = false): (event: Event) => void {
    return (event) => {
      const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
      if (ctrlKey || metaKey || shiftKey) return;
      event.preventDefault();
      const { go, enter } = this.desk.route;
      if (isTab) enter(path);
      else go(path);
    };
  }
}

/** The way to a room and what it shows, which may be called anything. */
export const roomPath = (room: string, id: string): string => `${room}/${encodeURIComponent(id)}`;

/** The address of a room, as it stands in the page's hash. */
export const roomHref = (path: string): string => `#front-desk/${path}`;
