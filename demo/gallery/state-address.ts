import type { PresetName } from '../../src/mock/index.ts';
import type { Act } from './acts.ts';

/** A state of a room, as the query of state.html. */
export interface State {
  title: string;
  /** What the desk opens: `orders`, `order/4182`. Left out where an element stands alone. */
  room?: string;
  /** An element that stands alone in the page, without the desk; which order it names. */
  alone?: Alone;
  order?: string;
  /** Which sample customer is signed in, by e-mail; nobody when left out. */
  as?: string;
  /** Follow this order as a guest: `4182 mara@kern.eu`. */
  guest?: string;
  scenario?: string;
  /** By what rules the shop goes; by its own when left out. */
  policy?: PresetName;
  /** The parcel that has just been delivered, by its number. */
  arrived?: string;
  /** The requests below this path are never answered, or fail, or answer nonsense. */
  hold?: string;
  fail?: string;
  wrong?: string;
  /** The shop's system is away for a while there; what may be written in a day has been written there. */
  away?: string;
  full?: string;
  /** The variant that the shop's cart will not take. */
  refuse?: string;
  /** Some things are saved on the device. */
  saved?: string;
  /** Some things are known of the device. */
  known?: string;
  /** What the page says of consent. */
  consent?: string;
  /** What the visitor then does. */
  act?: Act;
}

export type Alone = 'fd-order-tracker' | 'fd-returns';

const keys = [
  ...([
    'room',
    'alone',
    'order',
    'as',
    'guest',
    'scenario',
    'policy',
    'arrived',
    'saved',
    'consent',
    'known',
  ] as const),
  ...(['hold', 'fail', 'wrong', 'away', 'full', 'refuse', 'act'] as const),
] as const;

/** Address of a state; `look` is what goes for all of them: locale, scheme. */
export function addressOf(state: State, look: Record<string, string> = {}): string {
  const query = new URLSearchParams(look);
  for (const key of keys) if (state[key]) query.set(key, state[key]);
  return `state.html?${query}`;
}
