// The languages a shop's own login is shown in, which tests run.
import { spawnSync } from 'node:child_process';
import { aptInstall } from './apt.mjs';

const languages = [
  { name: 'Python', program: 'python3', packages: ['python3-minimal'] },
  { name: 'PHP', program: 'php', packages: ['php-cli'] },
  { name: 'Ruby', program: 'ruby', packages: ['ruby'] },
];

const missing = () =>
  languages.filter(({ program }) => spawnSync(program, ['--version']).status !== 0);

/** Installs those that can be had. */
export function ensureLanguages() {
  const wanted = missing();
  if (wanted.length) aptInstall(namesOf(wanted), ...wanted.flatMap(({ packages }) => packages));
}

/** Why some of their tests are skipped here; undefined where none is. */
export function languagesAreMissing() {
  const still = missing();
  return still.length ? `no ${namesOf(still)} here` : undefined;
}

const namesOf = (some) => some.map(({ name }) => name).join(', ');
