import type { Wish } from '../stores/acts.ts';
import type { Desk } from '../stores/desk.ts';
import { orderActs } from '../stores/orders.ts';
import { rooms } from '../stores/route.ts';
import type { Words } from '../words/words.ts';
import type { FdInboxList } from './fd-inbox-list.ts';
import type { FdReturnsDesk } from './fd-returns-desk.ts';
import type { FdThread } from './fd-thread.ts';
import { tomorrow } from './tomorrow.ts';

/** Something the console does by a key. */
export interface Command {
  word: keyof Words;
  /** As they stand on the keyboard. */
  keys: readonly string[];
  /** By what is pressed: a key, or two with a blank between. */
  on: Readonly<Record<string, () => void>>;
  /** It is offered by its name, too. */
  inPalette?: true;
}

/** What of the page commands work on. */
export interface Stage {
  desk: Desk;
  thread(): FdThread | null;
  list(): FdInboxList | null;
  returns(): FdReturnsDesk | null;
  /** The shopper, on small screens. */
  toggleBeside(): void;
  showHelp(): void;
  showPalette(): void;
}

/** All there are where one is. */
export function deskCommands(stage: Stage): readonly Command[] {
  const { route } = stage.desk;
  const { room } = route.$place.get();
  const to = rooms.map((each, nth) => [`g ${nth + 1}`, () => route.go({ room: each })] as const);
  return [
    {
      ...{ word: 'keysMove', keys: ['J', 'K'] },
      on: { j: () => step(stage, 1), k: () => step(stage, -1) },
    },
    { word: 'keysRooms', keys: ['G', `1–${rooms.length}`], on: Object.fromEntries(to) },
    ...(room === 'inbox' ? [...inboxCommands(stage), ...orderCommands(stage.desk)] : []),
    { word: 'palette', keys: ['⌘', 'K'], on: { 'mod k': stage.showPalette } },
    { word: 'keys', keys: ['?'], inPalette: true, on: { '?': stage.showHelp } },
  ];
}

function inboxCommands(stage: Stage): readonly Command[] {
  const { selection, acts, session, route } = stage.desk;
  const { session: me } = session.$state.get();
  const { open } = route.$place.get();
  const listed = () => stage.list()?.listed ?? [];
  const here = () => stage.list()?.focused ?? open ?? listed()[0];
  /** Those that are selected, else the one that is open. */
  const act = (wish: Wish) => {
    const ids = [...selection.$ids.get()];
    if (ids.length) return void acts.act(ids, wish).then((isDone) => isDone && selection.clear());
    if (open === undefined) return;
    if (wish.state) step(stage, 1);
    void acts.act([open], wish);
  };
  const select = (how: 'toggle' | 'reach') => () => {
    const id = here();
    if (id !== undefined) selection[how](id, listed());
  };
  const isOn = open !== undefined || selection.$ids.get().size > 0;
  const onOne: readonly Command[] = [
    {
      ...{ word: 'reply', keys: ['R'], inPalette: true },
      on: { r: () => stage.thread()?.write('reply') },
    },
    { word: 'note', keys: ['N'], inPalette: true, on: { n: () => stage.thread()?.write('note') } },
    { word: 'done', keys: ['E'], inPalette: true, on: { e: () => act({ state: 'closed' }) } },
    {
      ...{ word: 'snooze', keys: ['S'], inPalette: true },
      on: { s: () => act({ state: 'snoozed', until: tomorrow() }) },
    },
    {
      ...{ word: 'keysAssign', keys: ['I'], inPalette: true },
      on: { i: () => me?.kind === 'staff' && act({ assignee: me.staff.id }) },
    },
  ];
  return [
    ...(isOn ? onOne : []),
    { word: 'undo', keys: ['Z'], inPalette: true, on: { z: () => void acts.undo() } },
    {
      ...{ word: 'keysSelect', keys: ['X', '⇧X'] },
      on: { x: select('toggle'), X: select('reach') },
    },
    { word: 'selectAll', keys: ['⇧A'], on: { A: () => selection.all(listed()) } },
    { word: 'keysSearch', keys: ['/'], on: { '/': () => stage.list()?.search() } },
    { word: 'shopper', keys: ['C'], on: { c: stage.toggleBeside } },
  ];
}

/** What may be done with the order that is open; by its name alone. */
function orderCommands({ orders }: Desk): readonly Command[] {
  const { value } = orders.$order.get();
  return orderActs
    .filter((act) => value?.may[act].allowed)
    .map((act) => ({
      ...{ word: `may_${act}` as const, keys: [], inPalette: true as const },
      on: { [`order ${act}`]: () => orders.begin(act) },
    }));
}

/** Another one of the list. */
function step({ desk, list, returns }: Stage, by: 1 | -1): void {
  const { room, open } = desk.route.$place.get();
  if (room === 'settings') return;
  if (room === 'returns') return returns()?.step(by);
  const ids = list()?.listed ?? [];
  const at = open === undefined ? -1 : ids.indexOf(open);
  const next = ids[Math.max(0, Math.min(ids.length - 1, at + by))];
  if (next !== undefined) desk.route.go({ room: 'inbox', open: next });
}
