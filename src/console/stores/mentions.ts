import type { Staff } from '../../contract/staff.ts';

/** As many as a list under a field shows. */
const MOST_FOUND = 6;

/** Whom the words before the caret are about to name, if they are: those whose name goes on so. */
export function suggested(text: string, caret: number, people: readonly Staff[]): Staff[] {
  const begun = begunIn(text.slice(0, caret));
  if (begun === undefined) return [];
  const words = begun.toLowerCase();
  const fits = ({ name }: Staff) =>
    ` ${name.toLowerCase()}`.includes(` ${words}`) && name.toLowerCase() !== words;
  return people.filter(fits).slice(0, MOST_FOUND);
}

/** With the name whole, and where the caret stands then. */
export function withName(
  text: string,
  caret: number,
  { name }: Staff,
): { text: string; caret: number } {
  const begun = begunIn(text.slice(0, caret)) ?? '';
  const before = `${text.slice(0, caret - begun.length)}${name} `;
  return { text: before + text.slice(caret).trimStart(), caret: before.length };
}

/** Whom a note names: the longest name first, as “Jo” begins “Jo Berg”. */
export function namedIn(text: string, people: readonly Staff[]): Staff[] {
  let rest = text;
  return [...people]
    .sort((one, other) => other.name.length - one.name.length)
    .filter(({ name }) => {
      const isNamed = rest.includes(`@${name}`);
      rest = rest.replaceAll(`@${name}`, '@');
      return isNamed;
    });
}

/** A note in parts: every second is a name. */
export function partsOf(text: string, people: readonly Staff[]): string[] {
  const names = namedIn(text, people).map(({ name }) => escaped(name));
  return names.length ? text.split(new RegExp(`(@(?:${names.join('|')}))`)) : [text];
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What stands after the last @ that begins a word. */
const begunIn = (before: string): string | undefined =>
  /(?:^|\s)@([^@\n]{0,40})$/.exec(before)?.[1];
