// Type-checks each runtime with its own `lib`: what a room may not touch does not compile there.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const rooms = [
  'src/contract',
  'src/domain',
  'src/backend',
  'src/server',
  'src/mock',
  'src/widget',
  'src/console',
  'demo',
  '.',
];
const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

const wanted = process.argv.slice(2);
const failed = (wanted.length ? wanted : rooms).filter((room) => {
  const { status } = spawnSync(process.execPath, [tsc, '-p', `${room}/tsconfig.json`], {
    stdio: 'inherit',
  });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${room}`);
  return status !== 0;
});
process.exit(failed.length ? 1 : 0);
