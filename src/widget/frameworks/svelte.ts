/** The elements in Svelte's markup: `<front-desk api="…" onfd-open={…} />`. Types alone. */
import type { HTMLAttributes } from 'svelte/elements';
import type { AttributesOf, ElementOf, ListenersOf, Tag, With } from './props.ts';

export type ElementProps<T extends Tag> = With<HTMLAttributes<ElementOf<T>>, AttributesOf<T>> &
  ListenersOf<T, 'on'>;

type Known = { [T in Tag]: ElementProps<T> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Known {}
}
