import { house, neverInBrowser, type Room } from './house.ts';
import { importsOf, type Import } from './imports.ts';

/** Each import that goes where its room may not, as a sentence. */
export function importFaults(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([file, source]) => {
    const room = roomOf(file);
    if (!room) return [`${file} stands in no room of the house`];
    return importsOf(file, source)
      .map((each) => refusal(file, room, each))
      .filter((reason) => reason !== undefined);
  });
}

function refusal(file: string, room: Room, { to, typeOnly }: Import): string | undefined {
  if (to.startsWith('node:'))
    return room.node ? undefined : `${file} imports ${to}: no Node in ${room.path}`;
  if (!to.startsWith('src/')) {
    if (to.includes('/') && !to.startsWith('@'))
      return `${file} imports ${to}, which is not in src`;
    return room.packages.includes(to)
      ? undefined
      : `${file} imports ${to}: not a package for ${room.path}`;
  }
  const other = roomOf(to);
  if (!other) return `${file} imports ${to}, which stands in no room of the house`;
  // What comes with the page knows the panel's types only: the code comes later, by its address.
  if (typeOnly && atLoad.includes(room.path) && other.path.startsWith('src/widget'))
    return undefined;
  return reachable(room).has(other.path)
    ? undefined
    : `${file} imports ${to}: ${other.path} is not below ${room.path}`;
}

const atLoad = ['src/widget/loader.ts', 'src/widget/loader', 'src/widget/elements/front-desk.ts'];

export const roomOf = (file: string): Room | undefined =>
  house
    .filter(({ path }) => file === path || file.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];

function reachable(room: Room): Set<string> {
  const found = new Set([room.path]);
  const add = (path: string, deeper: boolean): void => {
    if (found.has(path)) return;
    found.add(path);
    const below = house.find((each) => each.path === path);
    if (!below) throw new Error(`The import table names ${path}, which is no room`);
    if (deeper) below.may.forEach((next) => add(next, true));
  };
  room.may.forEach((path) => add(path, !room.only));
  return found;
}

/** The chains by which code a shopper loads would bring a server's package along. */
export function heavyChains(sources: ReadonlyMap<string, string>, start: string): string[] {
  const from = new Map<string, string | undefined>([[start, undefined]]);
  const chains: string[] = [];
  for (const file of from.keys()) {
    for (const { to, typeOnly } of importsOf(file, sources.get(file) ?? '')) {
      if (typeOnly) continue;
      if (neverInBrowser.includes(to)) chains.push([...chainTo(file, from), to].join(' -> '));
      if (sources.has(to) && !from.has(to)) from.set(to, file);
    }
  }
  return chains;
}

function chainTo(file: string, from: ReadonlyMap<string, string | undefined>): string[] {
  const before = from.get(file);
  return before === undefined ? [file] : [...chainTo(before, from), file];
}

/** Rings of files that wait for each other at load. */
export function rings(sources: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file].join(' -> '));
    if (at >= 0 || done.has(file)) return;
    for (const { to, typeOnly, dynamic } of importsOf(file, sources.get(file) ?? ''))
      if (!typeOnly && !dynamic && sources.has(to)) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of sources.keys()) walk(file, []);
  return found;
}
