/**
 * The address of a chunk beside the file of a script tag. A classic script of another origin has no
 * address of its own to import from.
 */
export const beside = (script: HTMLScriptElement | null, name: string) => {
  const chunk = __CHUNK__.replace('*', name);
  return script?.src ? new URL(chunk, script.src).href : chunk;
};

/** A module and a language's words, side by side; English for a language there is none of. */
export const withWords = (at: (name: string) => string, module: string) => (asked: string) =>
  Promise.all([
    import(at(module)),
    import(at(__LOCALES__ + (__LANGUAGES__.includes(asked) ? asked : 'en'))),
  ]);
