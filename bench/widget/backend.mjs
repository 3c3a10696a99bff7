import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../dist/server/bin.js', import.meta.url));

/** The built backend with the demo shop on a database of its own; resolves when it is ready. */
export async function startBackend() {
  const dir = await mkdtemp(join(tmpdir(), 'front-desk-bench-'));
  const child = spawn(process.execPath, [bin, 'serve', '--dev', '--demo', '--port', '0'], {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await new Promise((ready, fail) => {
    let text = '';
    child.stdout.on('data', (data) => {
      text += data;
      const line = /^ready (http:\/\/\S+?)\/?$/m.exec(text);
      if (line) ready(line[1]);
    });
    child.once('exit', (code) => fail(new Error(`the backend stopped with ${code}:\n${text}`)));
  });
  return {
    origin,
    async stop() {
      child.removeAllListeners('exit');
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
      await rm(dir, { recursive: true, force: true });
    },
  };
}
