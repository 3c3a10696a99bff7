/** A thread's script, beside the package's command. A clone runs its sources, which a thread of Node cannot read. */
export const threadScript = (name: string, from = import.meta.url): URL | undefined =>
  from.endsWith('.ts')
    ? undefined
    : new URL(`${from.includes('/chunks/') ? '..' : '.'}/${name}.js`, from);
