/**
 * The elements in Vue's templates: `<front-desk api="…" @fd-open="…" />`. Types alone. Vue must be
 * told that they are no components of its own: `isCustomElement: (tag) => /^(fd|front)-/.test(tag)`.
 */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { Elements } from './elements.ts';
import type { AttributesOf, ElementOf, ListenersOf, Tag, With } from './props.ts';

export type ElementProps<T extends Tag> = With<HTMLAttributes, AttributesOf<T>> &
  ListenersOf<T, 'on'> &
  PublicProps;

/** As Vue's guide has it: an element stands for a component whose instance it is. */
export type ElementComponent<T extends Tag> = new () => ElementOf<T> & {
  /** @deprecated only the type of what a template may say */
  $props: ElementProps<T>;
  /** @deprecated only the type of what a template may listen to */
  $emit: EmitFn<{
    [Name in keyof Elements[T]['events']]: (event: Elements[T]['events'][Name]) => void;
  }>;
};

type Known = { [T in Tag]: ElementComponent<T> };

declare module 'vue' {
  interface GlobalComponents extends Known {}
}
