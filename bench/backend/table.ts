/** What is measured, and wished for: so many a second at least, so many ms at most. */
export interface Figures {
  perSecond?: number;
  p50?: number;
  p99?: number;
}

interface More {
  /** How many empty answers a second a bare server gave just before. */
  beside?: number;
  wanted?: Figures | undefined;
}

export interface Table {
  row(what: string, on: string, seen: Figures, more?: More): void;
  /** Things that may not happen at all. */
  faults(what: string, on: string, counts: readonly number[]): void;
  /** All of it, as Markdown. */
  text(): string;
}

const COLUMNS = ['what', 'on', 'a second', 'p50, ms', 'p99, ms', 'bare beside it', 'wanted'];
const RULES = ['---', '---', '---:', '---:', '---:', '---:', '---'];

/** Says each row as it comes. */
export function createTable(say: (line: string) => void): Table {
  const lines: string[] = [];
  const add = (cells: readonly string[]) => {
    const line = `| ${cells.join(' | ')} |`;
    lines.push(line);
    say(line);
  };
  add(COLUMNS);
  add(RULES);
  return {
    row(what, on, seen, { beside, wanted } = {}) {
      const cells = [seen.perSecond, seen.p50, seen.p99, beside].map(
        (figure) => figure?.toLocaleString('en') ?? '',
      );
      add([what, on, ...cells, wanted ? verdict(seen, wanted) : '']);
    },
    faults(what, on, counts) {
      const isClean = counts.every((count) => count === 0);
      add([what, on, counts.join(', '), '', '', '', `none${isClean ? '' : ' **missed**'}`]);
    },
    text: () => lines.join('\n'),
  };
}

function verdict(seen: Figures, wanted: Figures): string {
  return (['perSecond', 'p50', 'p99'] as const)
    .flatMap((name) => {
      const wish = wanted[name];
      if (wish === undefined) return [];
      const is = seen[name] ?? NaN;
      const holds = name === 'perSecond' ? is >= wish : is <= wish;
      const text = name === 'perSecond' ? wish.toLocaleString('en') : `${name} ${wish}`;
      return `${text}${holds ? '' : ' **missed**'}`;
    })
    .join('; ');
}
