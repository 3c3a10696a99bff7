import { spawnSync } from 'node:child_process';

/** Installs Debian's packages where we are root on such a machine; elsewhere it does nothing. */
export function aptInstall(what, ...packages) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return;
  console.log(`No ${what} here: installing it.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  apt('update', '-q');
  apt('install', '-yq', '--no-install-recommends', ...packages);
}
