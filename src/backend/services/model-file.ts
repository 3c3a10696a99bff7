import type { ShortModel } from '../../domain/recommendations/model.ts';
import type { SaleMark } from '../ports.ts';

/** A model with the ids of its products, and up to where the past was read for it. */
export interface KeptModel {
  products: string[];
  model: ShortModel;
  sale?: SaleMark;
  sequence: number;
}

/** Another when what is kept has changed: then what is there counts as none. */
const VERSION = 2;
const ALIGNED = 8;
const kinds = { Int8Array, Uint8Array, Int32Array, Float32Array, Float64Array };
type Kind = keyof typeof kinds;
type Numbers = InstanceType<(typeof kinds)[Kind]>;

/** As bytes: the length of a JSON text, that text with a place for each array, the arrays. */
export function packed(kept: KeptModel): Uint8Array {
  const arrays: Numbers[] = [];
  let end = 0;
  const text = JSON.stringify({ version: VERSION, kept }, (_, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value;
    const array = value as Numbers;
    const at = end;
    arrays.push(array);
    end = aligned(at + array.byteLength);
    return { kind: array.constructor.name, at, length: array.length } satisfies Place;
  });
  const head = new TextEncoder().encode(text);
  const from = aligned(4 + head.length);
  const bytes = new Uint8Array(from + end);
  new DataView(bytes.buffer).setUint32(0, head.length);
  bytes.set(head, 4);
  let at = from;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at = aligned(at + byteLength);
  }
  return bytes;
}

/** Undefined: it was kept by another version. */
export function unpacked(bytes: Uint8Array): KeptModel | undefined {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const from = aligned(4 + length);
  const text = new TextDecoder().decode(bytes.subarray(4, 4 + length));
  const { version, kept } = JSON.parse(text, (_, value: unknown) => {
    if (!isPlace(value)) return value;
    const Numbers = kinds[value.kind as Kind];
    const size = value.length * Numbers.BYTES_PER_ELEMENT;
    // a copy of its own: it can be handed to another thread, and grow
    return new Numbers(bytes.slice(from + value.at, from + value.at + size).buffer);
  });
  return version === VERSION ? kept : undefined;
}

interface Place {
  kind: string;
  at: number;
  length: number;
}
const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'kind' in value && String(value.kind) in kinds;

const aligned = (at: number): number => Math.ceil(at / ALIGNED) * ALIGNED;
