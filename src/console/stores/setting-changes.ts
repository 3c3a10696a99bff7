import { LONGEST_TOLD } from '../../contract/setting-limits.ts';
import type { SettingSaved } from '../../contract/settings.ts';
import type { Path } from './json-path.ts';

/** A field that is another now; values as JSON, cut short where they are long. Absent: it is not there. */
export interface SettingChange {
  path: Path;
  before?: string | undefined;
  after?: string | undefined;
}

export const changesOf = (changes: SettingSaved['changes']): SettingChange[] =>
  changes.map(({ pointer, before, after }) => ({
    ...{ before, after },
    path: pointer.split('/').slice(1).map(unescaped),
  }));

/** The same out of the audit log's line, as far as it goes: a long one was cut short. */
export function changesIn(line: string): { changes: SettingChange[]; isWhole: boolean } {
  const changes: SettingChange[] = [];
  for (let at = 0; at < line.length;) {
    const colon = line.indexOf(': ', at);
    const path = line.slice(at, colon);
    if (colon < 0 || !/^[\w.~/-]*$/.test(path)) return { changes, isWhole: false };
    const arrow = endOfValue(line, colon + 2);
    if (!line.startsWith(ARROW, arrow)) return { changes, isWhole: false };
    const end = endOfValue(line, arrow + ARROW.length);
    changes.push({
      path: path === '' ? [] : path.split('.').map(unescaped),
      before: valueIn(line.slice(colon + 2, arrow)),
      after: valueIn(line.slice(arrow + ARROW.length, end)),
    });
    at = end + NEXT.length;
  }
  return { changes, isWhole: true };
}

const ARROW = ' → ';
const NEXT = '; ';

const unescaped = (step: string) => step.replaceAll('~1', '/').replaceAll('~0', '~');
const valueIn = (text: string) => (text === '–' ? undefined : text);

/** JSON is as long as its brackets and quotes are open, or as much of it as is told. */
function endOfValue(line: string, start: number): number {
  let depth = 0;
  let isText = false;
  const most = Math.min(line.length, start + LONGEST_TOLD);
  for (let at = start; at < most; at++) {
    const sign = line[at]!;
    if (isText && sign === '\\') at++;
    else if (sign === '"') isText = !isText;
    else if (!isText && '[{'.includes(sign)) depth++;
    else if (!isText && ']}'.includes(sign)) depth--;
    else if (!isText && depth === 0 && ' ;'.includes(sign)) return at;
  }
  return most;
}
