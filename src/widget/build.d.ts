/** What the build puts in: minified style sheets as text, and the addresses of chunks. */
declare module '*.css?literal' {
  const css: string;
  export default css;
}
/** A chunk's address, with a * for its name; what stands before a language's name; all languages. */
declare const __CHUNK__: string;
declare const __LOCALES__: string;
declare const __LANGUAGES__: string;
