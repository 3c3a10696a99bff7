/**
 * The elements in Solid's JSX: `<front-desk attr:api={…} on:fd-open={…} />`. Types alone. Solid sets
 * properties of elements like these unless `attr:` or `bool:` is said, so only those are offered.
 */
import type { JSX } from 'solid-js';
import type { AttributesOf, ElementOf, ListenersOf, Tag } from './props.ts';

export type ElementProps<T extends Tag> = JSX.HTMLAttributes<ElementOf<T>> &
  Prefixed<AttributesOf<T>> &
  ListenersOf<T, 'on:'>;

type Prefixed<Attributes> = {
  [Name in keyof Attributes as `${PrefixOf<Attributes[Name]>}${Name & string}`]: Attributes[Name];
};
type PrefixOf<Value> = true extends Value ? 'bool:' : 'attr:';

type Intrinsic = { [T in Tag]: ElementProps<T> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Intrinsic {}
  }
}
