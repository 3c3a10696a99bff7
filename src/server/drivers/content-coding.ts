import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Coding = 'br' | 'gzip';

/** A file's bytes, and what they are when coded, once somebody has asked. */
export interface Codable {
  type: string;
  body: Buffer;
  coded: Map<Coding, Promise<Buffer>>;
}

export const compressible = /^(text\/|application\/(json|wasm)|image\/svg)/;

/** Below this a compressed file is hardly smaller. */
const WORTH_CODING = 256;

export function codingFor(header: string | null, file: Codable): Coding | undefined {
  if (file.body.length < WORTH_CODING || !compressible.test(file.type)) return undefined;
  const accepted = (header ?? '').toLowerCase();
  const takes = (coding: Coding) =>
    accepted
      .split(',')
      .some((part) => part.split(';')[0]!.trim() === coding && !/;\s*q=0(\.0*)?\s*$/.test(part));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Once a file and coding: the files are small and few, so the best level is paid once. */
export function encoded(file: Codable, coding: Coding): Promise<Buffer> {
  let body = file.coded.get(coding);
  if (!body) {
    body =
      coding === 'br'
        ? brotli(file.body, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
              [constants.BROTLI_PARAM_SIZE_HINT]: file.body.length,
            },
          })
        : zip(file.body, { level: 9 });
    file.coded.set(coding, body);
  }
  return body;
}
