import type { Desk } from '../stores/desk.ts';

/** An element that comes when it is first needed: its name, and its class or the way to it. */
export interface Opening {
  /** The custom element's name. */
  readonly tag: string;
  /** Its class: at hand, or in a chunk of its own. */
  load(): Promise<CustomElementConstructor> | CustomElementConstructor;
  /** Says nothing but what the panel's own phrases have. */
  readonly isFirst?: boolean;
}

/** Makes sure that an element can be shown: gets its class and its words, and registers it. */
export async function openRoom({ tag, load, isFirst }: Opening, desk: Desk): Promise<void> {
  const [element] = await Promise.all([load(), isFirst || desk.getAllWords()]);
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/** True when it needs no waiting. */
export const isOpen = ({ tag, isFirst }: Opening, desk: Desk): boolean =>
  !!customElements.get(tag) && (isFirst || desk.hasAllWords);
