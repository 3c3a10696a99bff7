/**
 * The elements for React 19: typed in JSX, as in `<front-desk api="…" onfd-open={…} />`, and as
 * components, which register them in the browser, so that a page may be drawn on a server too.
 */
import {
  createElement,
  useEffect,
  type ClassAttributes,
  type HTMLAttributes,
  type ReactElement,
} from 'react';
import type { AttributesOf, ElementOf, ListenersOf, Tag, With } from './props.ts';

export type ElementProps<T extends Tag> = ClassAttributes<ElementOf<T>> &
  With<HTMLAttributes<ElementOf<T>>, AttributesOf<T>> &
  ListenersOf<T, 'on'>;

export const FrontDesk = component('front-desk');
export const FdReturns = component('fd-returns');
export const FdOrderTracker = component('fd-order-tracker');
export const FdWishlistButton = component('fd-wishlist-button');
export const FdRecommendations = component('fd-recommendations');

function component<T extends Tag>(tag: T): (props: ElementProps<T>) => ReactElement {
  return function Element(props) {
    useEffect(register, []);
    return createElement(tag, props);
  };
}

function register(): void {
  void import('../define.ts');
}

type Intrinsic = { [T in Tag]: ElementProps<T> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Intrinsic {}
  }
}
