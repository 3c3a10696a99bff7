/** An element that comes when it is first needed: its name, and its class or the way to it. */
export interface Opening {
  /** The custom element's name. */
  readonly tag: string;
  /** Its class: at hand, or in a chunk of its own. */
  load(): Promise<CustomElementConstructor> | CustomElementConstructor;
}

/** Makes sure that an element can be shown: gets its class and registers it. */
export async function openRoom({ tag, load }: Opening): Promise<void> {
  const element = await load();
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/** True when it needs no waiting. */
export const isOpen = ({ tag }: Opening): boolean => !!customElements.get(tag);
