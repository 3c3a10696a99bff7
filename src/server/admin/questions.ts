import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../../backend/ports.ts';

/** What the CLI may ask of the server that holds the database: JSON there, JSON back. */
export type Questions = Record<string, (asked: unknown) => Promise<unknown>>;

export type Answered = { answer: unknown } | { failed: string };

/** The CLI asks in a few words. */
const MOST_BYTES = 1_048_576;

export async function answerQuestion(
  request: IncomingMessage,
  response: ServerResponse,
  question: Questions[string],
  log: Log,
): Promise<void> {
  let answered: Answered;
  try {
    answered = { answer: await question(JSON.parse(await textOf(request))) };
  } catch (error) {
    log.error('question_failed', error);
    answered = { failed: 'The server could not answer; its log says why.' };
  }
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(answered));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new RangeError('The question is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
