import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { noServerIf } from './client.ts';
import type { Answered } from './questions.ts';
import { trustSocket } from './socket-path.ts';

/** Asks the server that holds the database. Rejects with NoServer when none does. */
export async function ask(socketPath: string, question: string, asked: unknown): Promise<unknown> {
  trustSocket(socketPath);
  const request = httpRequest({ socketPath, method: 'POST', path: `/${question}` });
  request.end(JSON.stringify(asked));
  const [response] = (await once(request, 'response').catch(noServerIf)) as [IncomingMessage];
  let text = '';
  for await (const part of response.setEncoding('utf8')) text += String(part);
  if (response.statusCode !== 200)
    throw new ServerTooOld('The server that runs knows no such question. Restart it.');
  const answered = JSON.parse(text) as Answered;
  if ('failed' in answered) throw new ServerFailed(answered.failed);
  return answered.answer;
}

export class ServerFailed extends Error {
  override readonly name: string = 'ServerFailed';
}
class ServerTooOld extends ServerFailed {
  override readonly name = 'ServerTooOld';
}
