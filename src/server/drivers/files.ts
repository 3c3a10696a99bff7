import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { codingFor, compressible, encoded, type Codable } from './content-coding.ts';

export interface FilesOptions {
  /** Only what lies in this folder is served; a link that leads out of it does not lie in it. */
  folder: string;
  /** Headers of a file, by its path below the folder. */
  headers?(path: string): Record<string, string>;
}

/** Answers GET and HEAD of the files in a folder; undefined when it has no such file. */
export type Files = (request: Request, path: string) => Promise<Response | undefined>;

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
interface Known extends Codable {
  version: string;
  etag: string;
}

export function createFiles({ folder, headers = () => ({}) }: FilesOptions): Files {
  const known = new Map<string, Known>();

  return async (request, path) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    const file = await read(path.endsWith('/') ? `${path}index.html` : path);
    if (!file) return undefined;
    const coding = codingFor(request.headers.get('Accept-Encoding'), file);
    const etag = coding ? `"${file.etag}-${coding}"` : `"${file.etag}"`;
    const answer = {
      'Content-Type': file.type,
      'X-Content-Type-Options': 'nosniff',
      ETag: etag,
      ...(compressible.test(file.type) && { Vary: 'Accept-Encoding' }),
      ...headers(path),
    };
    if (sameAs(request.headers.get('If-None-Match'), etag))
      return new Response(null, { status: 304, headers: answer });
    const body = coding ? await encoded(file, coding) : file.body;
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), {
      headers: {
        ...answer,
        'Content-Length': String(body.length),
        ...(coding && { 'Content-Encoding': coding }),
      },
    });
  };

  async function read(path: string): Promise<Known | undefined> {
    const full = within(path);
    if (full === undefined) return undefined;
    const stats = await stat(full).catch(absent);
    if (!stats?.isFile()) return undefined;
    // A new build replaces files while we run.
    const version = `${stats.mtimeMs}-${stats.size}`;
    // By its file: a path can be spelled in endless ways, and each would be held once more.
    const old = known.get(full);
    if (old?.version === version) return old;
    if (!isBelow(await realpath(folder), await realpath(full))) return undefined;
    const body = await readFile(full);
    const file: Known = {
      version,
      type: types[extname(full)] ?? 'application/octet-stream',
      body,
      etag: createHash('sha256').update(body).digest('base64url').slice(0, 16),
      coded: new Map(),
    };
    known.set(full, file);
    return file;
  }

  /** The file a path names, or undefined when it leads out of the folder or to a hidden file. */
  function within(path: string): string | undefined {
    const name = decoded(path);
    if (name === undefined || name.includes('\0') || name.includes('\\')) return undefined;
    if (name.split('/').some((part) => part.startsWith('.'))) return undefined;
    const full = join(folder, name);
    return isBelow(folder, full) ? full : undefined;
  }
}

const isBelow = (folder: string, file: string): boolean =>
  file.startsWith(folder.endsWith(sep) ? folder : folder + sep);

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(error.code ?? '')) return undefined;
  throw error;
}

const sameAs = (asked: string | null, etag: string): boolean =>
  asked !== null &&
  asked.split(',').some((each) => each.trim().replace(/^W\//, '') === etag || each.trim() === '*');
