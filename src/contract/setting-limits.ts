/** Of a value that has changed as much is told, as JSON. */
export const LONGEST_TOLD = 200;
