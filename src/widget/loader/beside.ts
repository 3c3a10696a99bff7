/**
 * Fetches a module and a language's words, side by side, from beside the file of a script tag;
 * English for a language there is none of. A classic script of another origin has no address of its
 * own to import from.
 */
export const beside = (script: HTMLScriptElement | null, module: string) => {
  const at = (name: string) => {
    const chunk = __CHUNK__.replace('*', name);
    return script?.src ? new URL(chunk, script.src).href : chunk;
  };
  return (asked: string) =>
    Promise.all([
      import(at(module)),
      import(at(__LOCALES__ + (__LANGUAGES__.includes(asked) ? asked : 'en'))),
    ]);
};
