/** The parts of the build in the order of need, each with those whose files it carries. */
const needs = {
  cdn: [],
  console: [],
  npm: [],
  demo: ['cdn'],
  server: ['cdn', 'console'],
};

export const parts = Object.keys(needs);

/** What there must be for these to be made. */
export const withNeeds = (wanted) =>
  parts.filter((name) => wanted.some((part) => part === name || needs[part].includes(name)));
