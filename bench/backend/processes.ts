import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { bundledCli } from '../../test/server/bundle.ts';
import { PEPPER, shop } from './shop.ts';

const here = import.meta.dirname;
const MANY = 1e9;

export interface Server {
  port: number;
  stop(): Promise<void>;
}

/** A server beside the desk: nothing, or two plain queries of this file. */
export const startBeside = (...wanted: ['bare'] | ['plain', file: string]): Promise<Server> =>
  start(['--import', 'tsx', join(here, 'server.ts'), ...wanted]);

/**
 * The desk as a merchant runs it: bundled, with its log, its meter and its jobs, its callers behind a
 * proxy. Requests are counted as always; the clients of one machine never reach what is allowed.
 */
export async function startDesk(database: string, folder: string): Promise<Server> {
  const config = join(folder, 'front-desk.config.json');
  const settings = {
    ...{ shop, database, pepper: PEPPER, host: '127.0.0.1', trustedProxies: ['127.0.0.1'] },
    requests: { perNetwork: MANY, perSession: MANY },
    events: { perNetwork: MANY, perVisitor: MANY },
  };
  writeFileSync(config, JSON.stringify(settings));
  return start([await bundledCli(), 'serve', '--config', config, '--port', '0']);
}

async function start(args: readonly string[]): Promise<Server> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  child.stderr.on('data', (part: Buffer) => void (log += part.toString()));
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /^ready http:\/\/localhost:(\d+)\/$/.exec(line)?.[1];
    if (port === undefined) continue;
    return {
      port: Number(port),
      async stop() {
        child.kill();
        await ended;
        const failed = log.split('\n').filter((each) => each.startsWith('{"level":"error"'));
        for (const each of failed) console.error(each);
      },
    };
  }
  throw new Error(`It ended before it was ready: ${args.join(' ')}\n${log}`);
}

/** Runs one of the scripts beside this file and reads the line of JSON it prints. */
export async function measure<Figures>(script: string, ...args: unknown[]): Promise<Figures> {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [join(here, script), ...args.map(String)],
    { maxBuffer: 1e7 },
  );
  if (stderr) console.error(stderr);
  return JSON.parse(stdout) as Figures;
}
