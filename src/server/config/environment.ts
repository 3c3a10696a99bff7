import { pointerTo, type ConfigFault } from './faults.ts';

/** The environment, as a config asks it. */
export type Lookup = (name: string) => string | undefined;

const NAME = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Every "${NAME}" in the file's texts, from the environment: secrets need not lie in the file. */
export function fillIn(value: unknown, lookup: Lookup): { value: unknown; faults: ConfigFault[] } {
  const faults: ConfigFault[] = [];
  const fill = (part: unknown, path: string[]): unknown => {
    if (typeof part === 'string')
      return part.replace(NAME, (_, name: string) => {
        const found = lookup(name);
        if (found === undefined || found === '')
          faults.push({
            pointer: pointerTo(path),
            detail: `The environment variable ${name} is not set. Set it, or write the value here.`,
          });
        return found ?? '';
      });
    if (Array.isArray(part)) return part.map((each, index) => fill(each, [...path, String(index)]));
    if (part && typeof part === 'object')
      return Object.fromEntries(
        Object.entries(part).map(([key, each]) => [key, fill(each, [...path, key])]),
      );
    return part;
  };
  return { value: fill(value, []), faults };
}
