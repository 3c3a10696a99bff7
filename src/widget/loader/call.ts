/**
 * What is said to the desk that the tag makes, as `FrontDesk.push(['open', 'orders'])`: a method of the
 * element with what it takes, or an attribute with its value.
 */
export type Call = [
  name:
    | ('open' | 'close' | 'toggle' | 'destroy' | 'identify' | 'track')
    | ('consent' | 'locale' | 'scheme' | 'unread'),
  value?: unknown,
];

declare global {
  interface Window {
    /** Calls made before the tag's file came; after that, the way to make more. */
    FrontDesk?: { push(call: Call): void; forEach?: Call[]['forEach'] };
  }
}
