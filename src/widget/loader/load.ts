import type { ToldEvent } from '../config.ts';
import type { Signals } from '../host/signals.ts';

/** What stands behind the launcher once its code is there. */
export interface Panel {
  open(room: string | undefined, opener: HTMLElement): Promise<void>;
  close(): void;
  /** The access token of now; undefined where nobody is signed in. */
  token(): string | undefined;
  destroy(): void;
}

/** The panel's module. `phrases` is the module of a language, `locale` what was asked for. */
export interface PanelModule {
  mount(desk: HTMLElement, locale: string, phrases: object, early?: Early): Panel;
}

/**
 * Fetches that code, side by side: chunks beside the tag's file, or somebody's own bundle. English
 * for a language there is none of.
 */
export type Load = (language: string) => Promise<[PanelModule, phrases: object]>;

/** Asked in the tap itself, beside the code: who is here, and which shop is this? */
export interface Early {
  session: Promise<Response>;
  desk: Promise<Response>;
}

/** What stands in an element of the page once its code is there. */
export interface Page {
  /** Somebody has signed in or out at the shop. */
  refresh(): void;
  destroy(): void;
}

/** Its module. */
export interface PageModule {
  mount(element: HTMLElement, locale: string, phrases: object): Page;
}

export type LoadPage = (language: string) => Promise<[PageModule, phrases: object]>;

/** An element of the page whose shopper tells what they do; the collector takes `track` over. */
export interface Collected extends HTMLElement {
  track(event?: ToldEvent): void;
  /** Taken off the page for good. */
  readonly gone: boolean | undefined;
  readonly panel: Panel | undefined;
  /** Set by the collector. */
  signals?: Signals | undefined;
  isCollecting?: true;
}

/** Its module. */
export interface CollectorModule {
  mount(page: Collected, event: ToldEvent | undefined): void;
}

export type LoadCollector = () => Promise<CollectorModule>;
