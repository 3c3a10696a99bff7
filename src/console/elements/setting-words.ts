import type { SettingName } from '../../contract/settings.ts';
import type { Desk } from '../stores/desk.ts';
import { isFields, schemaAt, valueAt, type Path } from '../stores/json-path.ts';
import { isSum } from '../stores/policy-kinds.ts';
import type { SettingChange } from '../stores/setting-changes.ts';
import type { Words } from '../words/words.ts';
import { policyGroups, reasonFields, reasonsPath, rulesPath } from './policy-fields.ts';
import { labelOf, nameOf, type PolicyField, type Saying } from './policy-sheet.ts';
import { feeOf, moneyOf } from './policy-sums.ts';
import { weekdayOf } from './week.ts';

/** As forms say it: what a policy may be is known once its form is there. */
export interface SettingSaying extends Saying {
  schema?: unknown;
}

/** Undefined until the shop's settings are there: sums are of its currency. */
export function settingSaying({
  say,
  settings,
}: Pick<Desk, 'say' | 'settings'>): SettingSaying | undefined {
  const { value } = settings.all.$state.get();
  const schema = settings.form.$state.get().value?.schema;
  return value && { ...{ say, schema }, currency: value.currency };
}

/** A change in the words of the form it was made in: what, and from what to what. */
export function changeLine(
  saying: SettingSaying,
  of: SettingName,
  { path, before, after }: SettingChange,
): string {
  const { say } = saying;
  const place = of === 'policy' ? policyPlace(saying, path) : otherPlace(saying, of, path);
  const was = valueWords(saying, place, before);
  const is = valueWords(saying, place, after);
  const which = place.names.join(' · ');
  return was === is ? which : say.text('ruleSays', { which, says: way(say, was, is) });
}

/** From one to the other, the way the reader reads, whatever way each is written. */
function way({ direction }: Saying['say'], was: string, is: string): string {
  const fenced = `\u2068${was}\u2069`;
  if (direction === 'rtl') return `\u2067${fenced} ← \u2068${is}\u2069\u2069`;
  return RTL.test(was + is) ? `\u2066${fenced} → \u2068${is}\u2069\u2069` : `${was} → ${is}`;
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufefc]/;

interface Place {
  /** What it is called, from the outside in. */
  names: readonly string[];
  path: Path;
  field?: PolicyField | undefined;
  /** It is there or it is not: what is in it is not told. */
  isOffer?: boolean;
}

function policyPlace(saying: SettingSaying, path: Path): Place {
  const { say } = saying;
  const named = (names: readonly (keyof Words)[]): Place => ({
    ...{ path, names: names.map((name) => say.text(name)) },
  });
  if (path.length === 0) return named(['policy']);
  if (path[0] === rulesPath[0]) return named(['rules']);
  if (begins(path, reasonsPath)) return reasonPlace(saying, path);
  for (const { title, fields, more } of policyGroups) {
    const field = [...fields, ...more].find((each) => begins(path, each.path));
    if (field) return { path, field, names: [say.text(title), labelOf(saying, field)] };
  }
  const around = policyGroups.find(({ fields, more }) =>
    [...fields, ...more].some((each) => begins(each.path, path)),
  );
  return around ? named([around.title]) : { path, names: [path.join('.')] };
}

function reasonPlace(saying: SettingSaying, path: Path): Place {
  const { say } = saying;
  const [reason, ...inner] = path.slice(reasonsPath.length);
  if (reason === undefined) return { path, names: [say.text('reasons')] };
  const names = [say.text('reasons'), nameOf(saying, reason, 'reason_')];
  if (inner.length === 0) return { path, names, isOffer: true };
  const field = reasonFields.find((each) => begins(inner, each.path));
  const last = field ? labelOf(saying, field) : say.text('questions');
  return { path, field, names: [...names, last] };
}

const others: Readonly<Record<string, keyof Words>> = {
  ...{ hours: 'hours', answerWithin: 'withinSet', 'answerWithin.first': 'firstWithin' },
  ...{ 'answerWithin.next': 'nextWithin', assign: 'assignment' },
  ...{ accent: 'accent', radius: 'radius' },
};

function otherPlace({ say }: SettingSaying, of: SettingName, path: Path): Place {
  const name = others[path.join('.')];
  return {
    ...{ path, names: [name ? say.text(name) : path.join('.') || say.text(of)] },
    isOffer: name === 'withinSet',
  };
}

const begins = (path: Path, start: Path): boolean => start.every((step, at) => path[at] === step);

const UNSAID = '…';

function valueWords(saying: SettingSaying, place: Place, json: string | undefined): string {
  const { say } = saying;
  if (place.isOffer) return say.text(json === undefined ? 'no' : 'yes');
  if (json === undefined) return '–';
  const value = parsed(json);
  if (value === null) return place.path.length ? '–' : say.text('nothingAlone');
  if (typeof value === 'boolean') return say.text(value ? 'yes' : 'no');
  if (typeof value === 'number') return numberWords(saying, place, value);
  if (typeof value === 'string') return choiceWords(saying, place, value);
  if (Array.isArray(value)) return listWords(saying, place, value);
  return fieldsWords(saying, value);
}

/** Undefined: it was cut short. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function numberWords(saying: SettingSaying, { path }: Place, value: number): string {
  const { say, schema } = saying;
  const last = path.at(-1);
  if (last === 'percent') return feeOf(saying, { kind: 'percent', percent: value });
  if (last === 'amount' || isSum(schemaAt(schema, path))) return moneyOf(saying, value);
  return new Intl.NumberFormat(say.language).format(value);
}

function choiceWords(saying: SettingSaying, { path, field }: Place, value: string): string {
  if (path.at(-1) === 'kind') return value === 'percent' ? '%' : saying.currency;
  const { say } = saying;
  return say.has(value) && path.at(-1) === 'assign'
    ? say.text(value)
    : nameOf(saying, value, field?.names);
}

function listWords(saying: SettingSaying, place: Place, list: readonly unknown[]): string {
  const { say } = saying;
  if (list.length === 0) return '–';
  if (list.every((each) => typeof each === 'string'))
    return say.list(list.map((each) => choiceWords(saying, place, each)));
  const stretches = list.map((each) => hoursWords(saying, each));
  return stretches.includes(undefined) ? UNSAID : stretches.join('; ');
}

function hoursWords({ say }: SettingSaying, hours: unknown): string | undefined {
  const [days, opens, closes] = ['days', 'opens', 'closes'].map((name) => valueAt(hours, [name]));
  if (!Array.isArray(days) || !opens || !closes) return undefined;
  const name = (day: unknown) => weekdayOf(say.language, Number(day), 'short');
  const [first, last] = [Number(days[0]), Number(days.at(-1))];
  const isRun = days.length > 2 && last - first === days.length - 1;
  const which = isRun ? `${name(first)}–${name(last)}` : say.list(days.map(name));
  return `${which} ${String(opens)}–${String(closes)}`;
}

/** A fee, days from something, from … to; of what has more in it no more than that it is there. */
function fieldsWords(saying: SettingSaying, value: unknown): string {
  const { kind, days, from, to } = isFields(value) ? value : {};
  if (kind !== undefined) return feeOf(saying, value);
  if (typeof days === 'number')
    return saying.say.text('says_window', { days, from: nameOf(saying, String(from)) });
  return typeof from === 'number' && typeof to === 'number' ? `${from}–${to}` : UNSAID;
}
