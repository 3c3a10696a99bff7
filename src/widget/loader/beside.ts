/**
 * The address of a chunk beside the file of a script tag, whose own address is `src`. A classic
 * script of another origin has none to import from.
 */
export const beside = (src: string | undefined) => (name: string) => {
  const chunk = __CHUNK__.replace('*', name);
  return src ? new URL(chunk, src).href : chunk;
};

/** A module and a language's words, side by side; English for a language there is none of. */
export const withWords = (at: (name: string) => string, module: string) => (asked: string) => {
  const language = __LANGUAGES__.includes(asked) ? asked : 'en';
  // a build that leaves nothing before it is to add nothing
  const words = __LOCALES__ ? __LOCALES__ + language : language;
  return Promise.all([import(at(module)), import(at(words))]);
};
