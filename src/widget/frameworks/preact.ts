/** The elements in Preact's JSX: `<front-desk api="…" onfd-open={…} />`. Types alone. */
import type { HTMLAttributes } from 'preact';
import type { AttributesOf, ElementOf, ListenersOf, Tag, With } from './props.ts';

export type ElementProps<T extends Tag> = With<HTMLAttributes<ElementOf<T>>, AttributesOf<T>> &
  ListenersOf<T, 'on'>;

type Intrinsic = { [T in Tag]: ElementProps<T> };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Intrinsic {}
  }
}
