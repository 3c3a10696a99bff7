import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/server/config/load.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aPdf } from '../builders/pictures.ts';
import { aPostgresDatabase } from '../builders/postgres.ts';
import { dice } from '../data/dice.ts';
import { PEPPER } from './pepper.ts';
import type { ServerProcess } from './server-process.ts';
import { aDeskFolder, SHOP } from './shared-desk.ts';

const WRITERS = 4;
/** What somebody unknown may send a day. */
const MOST_FILES = 20;
const MOST_MESSAGES = 24;
const SIZE = 100_000;

export interface UploadKillFigures {
  /** Answered as kept, each with its file. */
  messages: number;
  lost: string[];
  /** Messages whose file is not there, or is not the one that was sent. */
  torn: string[];
  twice: string[];
}

/** A message with a document, by the names under which both are sent, however often. */
interface Letter {
  talk: Talk;
  text: string;
  bytes: Uint8Array<ArrayBuffer>;
}
interface Talk {
  id: string;
  token: string;
  address: string;
}

/** The server is gone, or still holds what it was asked before: nothing was said yes to. */
class Unanswered extends Error {}

/**
 * Sends messages with files as fast as the server answers and kills it in the middle of that; what was
 * not answered is sent again to the next one. Looks in the end for every message and its file.
 */
export async function uploadKillRounds(
  rounds: number,
  { seed = 1, on = 'file' }: { seed?: number; on?: 'file' | 'Postgres' } = {},
): Promise<UploadKillFigures> {
  const database = on === 'Postgres' ? await aPostgresDatabase() : undefined;
  const desk = await aDeskFolder('upload-kill', [], database);
  const random = dice(seed, 'upload-kill');
  const kept: Letter[] = [];
  let open: Letter[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const server = await desk.serve();
    let left = random.between(1, MOST_MESSAGES);
    const yes = (letter: Letter) => {
      kept.push(letter);
      left -= 1;
      if (left === 0) server.child.kill('SIGKILL');
    };
    const before = open;
    open = [];
    await Promise.all([
      ...before.map(async (letter) => ((await say(server, letter)) ? yes(letter) : undefined)),
      ...Array.from({ length: WRITERS }, async (_, writer) => {
        const talk = await begun(server, round * WRITERS + writer);
        for (let nth = 0; talk && nth < MOST_FILES; nth += 1) {
          const text = `${round}-${writer}-${nth}`;
          const letter = { talk, text, bytes: aPdf(`${text} ${'.'.repeat(SIZE)}`) };
          if (!(await say(server, letter))) return void open.push(letter);
          yes(letter);
        }
      }),
    ]);
    server.child.kill('SIGKILL');
    assert.equal(await server.ended, 'SIGKILL');
  }

  const file = join(desk.cwd, 'front-desk.config.json');
  const settings = readConfig(readFileSync(file, 'utf8'), file, () => undefined);
  const { storage } = await openDatabase(database ?? settings.database, PEPPER);
  const figures: UploadKillFigures = { messages: kept.length, lost: [], torn: [], twice: [] };
  const named = new Set<string>();
  for (const { talk, text, bytes } of kept) {
    const all = await storage.conversations.messages(SHOP, talk.id, { limit: 100 });
    const [message, again] = all.filter((one) => one.text === text);
    if (!message) figures.lost.push(text);
    if (again) figures.twice.push(text);
    const [id = ''] = (message?.documents ?? []).map((document) => document.id);
    const upload = await storage.uploads.read(SHOP, id);
    const isWhole = upload && hash(upload.bytes) === hash(bytes) && !upload.expiresAt;
    if (!isWhole || named.has(id)) figures.torn.push(text);
    named.add(id);
  }
  await storage.close();
  return figures;
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Somebody unknown begins to talk, each from a place of their own; undefined where the server is gone. */
async function begun(server: ServerProcess, nth: number): Promise<Talk | undefined> {
  const address = `10.7.${nth >> 8}.${nth & 255}`;
  const answered = async (path: string, token: string) =>
    asked(server, path, { address, token, key: crypto.randomUUID() });
  try {
    const { token } = await answered('/session', '');
    return { id: (await answered('/conversations', token)).id, token, address };
  } catch (error) {
    if (error instanceof Unanswered) return undefined;
    throw error;
  }
}

/** Whether the server has said that it has the message, with its file. */
async function say(server: ServerProcess, { talk, text, bytes }: Letter): Promise<boolean> {
  const { id: conversation, token, address } = talk;
  const name = `letter-${conversation}-${text}`;
  const pdf = { bytes, type: 'application/pdf' };
  try {
    const { id } = await asked(server, '/uploads', { address, token, key: name, ...pdf });
    const client = createHash('sha256').update(name).digest('hex');
    const message = { client, text, documents: [id], names: [`${text}.pdf`] };
    const bare = new TextEncoder().encode(JSON.stringify(message));
    const json = { bytes: bare, type: 'application/json' };
    await asked(server, `/conversations/${conversation}/messages`, { address, token, ...json });
    return true;
  } catch (error) {
    if (error instanceof Unanswered) return false;
    throw error;
  }
}

interface Asked {
  address: string;
  token: string;
  key?: string;
  bytes?: Uint8Array<ArrayBuffer>;
  type?: string;
}

async function asked(
  { url }: ServerProcess,
  path: string,
  { address, token, key, bytes, type }: Asked,
): Promise<{ id: string; token: string }> {
  const headers = {
    ...{ Origin: 'https://alder.example', 'X-Front-Desk': '1', 'X-Forwarded-For': address },
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(key !== undefined && { 'Idempotency-Key': key }),
    ...(type !== undefined && { 'Content-Type': type }),
  };
  try {
    const answer = await fetch(`${url}/v1${path}`, {
      ...{ method: 'POST', headers },
      ...(bytes && { body: bytes }),
    });
    // on Postgres the claim of a process that died stands for a minute
    if (answer.status >= 500 || answer.status === 409) throw new Unanswered();
    assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`);
    return await answer.json();
  } catch (error) {
    // fetch says no more than this when the other side is gone
    if (error instanceof TypeError) throw new Unanswered();
    throw error;
  }
}
