/** What the build puts in: minified style sheets as text, and the addresses of chunks. */
declare module '*.css?literal' {
  const css: string;
  export default css;
}
declare const __PANEL__: string;
/** Language to the chunk with its phrases. */
declare const __LOCALES__: Record<string, string>;
