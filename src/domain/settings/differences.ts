import { LONGEST_TOLD } from '../../contract/setting-limits.ts';

/** A field that is another now, by JSON pointer; values as JSON. Absent: it is not there. */
export interface Difference {
  pointer: string;
  before?: string;
  after?: string;
}

/** Field by field what has become of JSON; a list is one field. */
export function differencesOf(before: unknown, after: unknown, pointer = ''): Difference[] {
  if (isFields(before) && isFields(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) =>
      differencesOf(before[name], after[name], `${pointer}/${escaped(name)}`),
    );
  }
  const [was, is] = [told(before), told(after)];
  if (was === is) return [];
  return [
    {
      pointer,
      ...(was !== undefined && { before: was.slice(0, LONGEST_TOLD) }),
      ...(is !== undefined && { after: is.slice(0, LONGEST_TOLD) }),
    },
  ];
}

/** In one line, as the audit log has it. */
export const differenceLine = (differences: readonly Difference[]): string =>
  differences
    .map(
      ({ pointer, before = '–', after = '–' }) =>
        `${pointer.slice(1).replaceAll('/', '.')}: ${before} → ${after}`,
    )
    .join('; ');

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** By the same order of fields everywhere: what was only written in another one is the same. */
const told = (value: unknown): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value, sorted);

const sorted = (_: string, value: unknown): unknown =>
  isFields(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
