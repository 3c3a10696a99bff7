import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { chmodSync, rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Log } from '../../backend/ports.ts';
import { ImportUnfinished } from '../../backend/services/import.ts';
import { ImportImpossible, type Importer } from '../imports/importer.ts';
import { splitLines } from '../imports/split-lines.ts';
import type { ImportTold } from './protocol.ts';
import { answerQuestion, type Questions } from './questions.ts';
import { makeSocketFolder } from './socket-path.ts';

export interface Admin {
  /** Drops imports that are not taken yet, and waits for those that are. */
  stop(): Promise<void>;
}

/**
 * What the CLI talks to while we hold the database: HTTP over a socket of which only our user can
 * open. The lock is ours, so a socket that lies there is a dead server's.
 */
export async function startAdmin(
  socket: string,
  importer: Importer,
  log: Log,
  questions: Questions = {},
): Promise<Admin> {
  makeSocketFolder(socket);
  rmSync(socket, { force: true });
  const running = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://admin');
    const question = questions[url.pathname.slice(1)];
    if (request.method !== 'POST' || !(question ?? url.pathname === '/imports')) {
      response.writeHead(404).end();
      return;
    }
    const work = (
      question
        ? answerQuestion(request, response, question, log)
        : take(request, response, url.searchParams, { importer, log })
    ).finally(() => running.delete(work));
    running.add(work);
  });
  // A long import is no slow attack.
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, resolve);
  });
  chmodSync(socket, 0o600);
  return {
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      // An import that is still being read is dropped; one that counts is written to its end.
      server.closeAllConnections();
      await Promise.all([closed, ...running]);
    },
  };
}

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
  { importer, log }: { importer: Importer; log: Log },
): Promise<void> {
  const tell = (told: ImportTold) => void response.write(`${JSON.stringify(told)}\n`);
  const shop = query.get('shop') ?? undefined;
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
  response.flushHeaders();
  try {
    const report = await importer(
      { ...(shop !== undefined && { shop }), skipBad: query.has('skip-bad') },
      linesOf(request),
      tell,
    );
    log.info('import_ended', { ...report });
    tell({ report });
  } catch (error) {
    if (error instanceof ImportImpossible) tell({ impossible: error.message, fault: error.fault });
    else if (error instanceof ImportUnfinished) {
      log.error('import_unfinished', error);
      tell({ unfinished: true });
    } else if (hasGone(request)) {
      // who has gone was told why by their own side: a file that cannot be read, Ctrl-C
      log.info('import_dropped');
    } else {
      log.error('import_failed', error);
      const sentence = 'The server could not take it; its log says why. Nothing was imported.';
      tell({ impossible: sentence, fault: 'server' });
    }
  }
  response.end();
}

/** Whether the caller broke off; where we do, nothing is wrong with the request itself. */
const hasGone = (request: IncomingMessage): boolean => request.errored !== null;

/** So many lines are read before somebody else has a turn. */
const LINES_A_TURN = 50;

/** The body's lines; a caller who goes away midway leaves no half import behind. */
async function* linesOf(request: IncomingMessage): AsyncGenerator<string> {
  let read = 0;
  for await (const line of splitLines(request, 'What was sent')) {
    yield line;
    read += 1;
    // Shoppers ask while we import, and checking rows leaves them no gap by itself.
    if (read % LINES_A_TURN === 0) await setImmediate();
  }
  if (!request.complete) throw new Error('The caller went away');
}
