/** What the build puts in: minified style sheets as text, and the address of the panel's chunk. */
declare module '*.css?literal' {
  const css: string;
  export default css;
}
declare const __PANEL__: string;
