import { once } from 'node:events';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { ImportUnfinished, type ImportReport } from '../../backend/services/import.ts';
import { ImportImpossible, type Importer } from '../imports/importer.ts';
import { splitLines } from '../imports/split-lines.ts';
import type { ImportTold } from './protocol.ts';
import { trustSocket } from './socket-path.ts';

/** Nobody listens at the socket. */
export class NoServer extends Error {
  override readonly name = 'NoServer';
}

/** Hands an import to the server that holds the database. Rejects with NoServer when none does. */
export const importerAt =
  (socketPath: string): Importer =>
  async ({ shop, skipBad }, lines, tell) => {
    trustSocket(socketPath);
    const query = new URLSearchParams({
      ...(shop !== undefined && { shop }),
      ...(skipBad && { 'skip-bad': '1' }),
    });
    const request = httpRequest({
      socketPath,
      method: 'POST',
      path: `/imports?${query.toString()}`,
    });
    const answer = answerTo(request);
    request.flushHeaders();
    const response = await answer;
    try {
      // Both ways at once: it may refuse, or die, before it has read everything.
      const [report] = await Promise.all([read(response, tell), send(request, lines)]);
      return report;
    } finally {
      // Cut off where our own side failed: the server then drops what it has got so far.
      request.destroy();
    }
  };

async function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  try {
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    // From here on a broken line shows in the response.
    request.on('error', () => undefined);
    return response;
  } catch (error) {
    return noServerIf(error);
  }
}

/** What a failure to connect means. */
export function noServerIf(error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ECONNREFUSED') throw new NoServer();
  throw error;
}

async function send(request: ClientRequest, lines: AsyncIterable<string>): Promise<void> {
  for await (const line of lines) {
    if (request.destroyed) return;
    if (!request.write(`${line}\n`)) await drained(request);
  }
  request.end();
}

/** Until there is room again, or nobody to write to. */
const drained = (request: ClientRequest): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      request.off('drain', go).off('close', go);
      resolve();
    };
    request.on('drain', go).on('close', go);
  });

async function read(
  response: IncomingMessage,
  tell: Parameters<Importer>[2],
): Promise<ImportReport> {
  try {
    for await (const line of splitLines(response, 'The server’s answer')) {
      const told = JSON.parse(line) as ImportTold;
      if ('report' in told) return told.report;
      if ('unfinished' in told) throw new ImportUnfinished();
      if ('impossible' in told) throw new ImportImpossible(told.impossible, told.fault);
      tell(told);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
  }
  throw new ImportImpossible(
    'The server stopped midway. Run the import again: it changes nothing twice.',
    'server',
  );
}
