// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards

/**
 * What a value must have. A word is its kind, after "=" its exact text; one shape in brackets is an
 * array of it, several are a choice; a field with "?" before its name may be missing.
 */
export type Shape = string | readonly Shape[] | Fields;
export type Fields = { readonly [field: string]: Shape };
