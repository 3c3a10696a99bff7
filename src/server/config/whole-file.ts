import { renameSync, writeFileSync } from 'node:fs';

export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Made aside and moved in whole. */
export function writeWhole(file: string, text: string, mode: number): void {
  const aside = `${file}.new`;
  writeFileSync(aside, text, { mode });
  renameSync(aside, file);
}
