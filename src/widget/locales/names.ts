/**
 * What each key is called here, where that is another name: the build makes the keys of phrases short,
 * and writes this table.
 */
export const names: Readonly<Record<string, string>> = {};
