// Gives what chunks take from one another one name in all of them, so that `import{a as e}` becomes
// `import{a}`: the clauses of fifteen chunks lose a third.

const IMPORTS = /import\{([^}]*)\}from"\.\/([\w-]+)\.js";/g;
const EXPORTS = /export\{([^}]*)\};?\s*$/;
const LETTERS = 'etairnsolcdupmhgfbvwyxkzjq';
const RESERVED = new Set(['do', 'if', 'in']);
/** A name made by rolldown is no longer; what is asked for by import() has a name of its own. */
const MOST_LETTERS = 2;

/**
 * What the panel's own objects call what they have, and nothing else does: no export, nothing that the
 * page, the wire or what is kept knows. Many chunks say it, and each says it short.
 */
export const OWN = [
  ...['willUpdate', 'requestUpdate', 'renderRoot', 'hostConnected', 'hostDisconnected'],
  ...['addController', 'drafts', 'announce', 'personal', 'renew', 'onlyCustomers', 'tellTabs'],
  ...['thumbnail', 'thumbnails', 'getParts', 'lookUp', 'isSeen', 'isFirst', 'isLast', 'daysAway'],
  ...['focusStart', 'focusRoom', 'getQuestions', 'refusedTitle', 'toOrder', 'toStep'],
];
const ownNames = new Map(OWN.map((name, at) => [`$${name}`, `_${LETTERS[at]}`]));

/** Of two letters: those of one are left to what is only in one chunk. */
function* newNames() {
  for (const first of LETTERS)
    for (const second of LETTERS) if (!RESERVED.has(first + second)) yield first + second;
}

const split = (clause) =>
  clause.split(',').map((one) => {
    const [from, to = from] = one.split(' as ');
    return { from, to };
  });

/**
 * Renames in the clauses of `chunks`, which are not mangled yet. Answers what the minifier is to call
 * those in each of them, as its `nameCache`.
 */
export function shareNames(chunks) {
  const takers = new Map();
  for (const { code } of chunks)
    for (const [, clause, chunk] of code.matchAll(IMPORTS))
      for (const { from } of split(clause)) {
        const what = `${chunk} ${from}`;
        takers.set(what, (takers.get(what) ?? 0) + 1);
      }
  const free = newNames();
  const byTakers = [...takers].sort(([, one], [, other]) => other - one);
  const names = new Map(byTakers.map(([what]) => [what, free.next().value]));
  const caches = new Map();
  for (const chunk of chunks) {
    const props = {};
    const call = (local, name) => {
      props[`$${local}`] = name;
      return name;
    };
    chunk.code = chunk.code
      .replace(IMPORTS, (_, clause, other) => {
        const taken = split(clause).map(
          ({ from, to }) => `${call(to, names.get(`${other} ${from}`))} as ${to}`,
        );
        return `import{${taken.sort().join()}}from"./${other}.js";`;
      })
      .replace(EXPORTS, (_, clause) => {
        const given = split(clause).flatMap(({ from, to }) => {
          const name = names.get(`${chunk.name} ${to}`);
          const own = !name || to.length > MOST_LETTERS ? [`${from} as ${to}`] : [];
          return name ? [`${from} as ${call(from, name)}`, ...own] : own;
        });
        return `export{${given.join()}};`;
      });
    const own = Object.fromEntries(ownNames);
    caches.set(chunk, { vars: { props }, props: { props: own } });
  }
  return caches;
}
