import type { Elements } from './elements.ts';

export type Tag = keyof Elements;
export type ElementOf<T extends Tag> = Elements[T]['element'];
export type AttributesOf<T extends Tag> = Elements[T]['attributes'];

/** What listens to an element's own events, by how a framework writes that: `onfd-open`, `on:fd-open`. */
export type ListenersOf<T extends Tag, Prefix extends string> = {
  [Name in keyof Elements[T]['events'] & string as `${Prefix}${Name}`]?:
    | ((event: Elements[T]['events'][Name]) => void)
    | undefined;
};

/** What every element of a framework takes, with our attributes in the place of any of that name. */
export type With<Common, Own> = Omit<Common, keyof Own> & Own;
