/** Parts one behind the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Text is taken as ASCII. */
export const startsWith = (bytes: Uint8Array, start: string | readonly number[]): boolean =>
  typeof start === 'string'
    ? asciiOf(bytes.subarray(0, start.length)) === start
    : start.every((byte, at) => bytes[at] === byte);

export const asciiOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
