import { findingsOf, type Finding } from './finding.ts';

const { ok, note, warning, broken } = findingsOf('clock');

/** Signed logins and webhooks are refused when clocks are a minute apart. */
const MINUTE = 60_000;
/** What a Date header can tell: it has whole seconds and takes a while to come. */
const DOUBT = 5_000;

/** Compares our clock with another's. `other` rejects where there is none to be had. */
export async function examineClock(
  name: string,
  other: () => Promise<Date>,
  now: () => Date,
): Promise<Finding> {
  const before = now().getTime();
  let told: number;
  try {
    told = (await other()).getTime();
  } catch {
    return note(
      `The clock of ${name} could not be asked.`,
      'Nothing, if this machine is offline; else look at its time by hand.',
    );
  }
  const away = Math.abs((before + now().getTime()) / 2 - told);
  const sentence = `Our clock and that of ${name} are ${Math.round(away / 1000)} s apart.`;
  const todo = 'Set this machine’s time by NTP, as with: timedatectl set-ntp true';
  if (away >= MINUTE) return broken(sentence, todo);
  if (away > DOUBT) return warning(sentence, todo);
  return ok(`Our clock agrees with that of ${name}.`);
}

/** The time a web server says it is. */
export async function dateOf(url: string): Promise<Date> {
  const answer = await fetch(url, {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(5_000),
  });
  const date = new Date(answer.headers.get('Date') ?? '');
  if (Number.isNaN(date.getTime())) throw new Error('It tells no date');
  return date;
}
