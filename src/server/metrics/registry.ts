/** Names and codes of ours; never an id, and never what somebody sent. */
export type Labels = Record<string, string>;

export interface Counter {
  add(labels?: Labels, by?: number): void;
}
export interface Histogram {
  observe(value: number, labels?: Labels): void;
}
/** One reading of a fact. */
export type Reading = [value: number, labels?: Labels];

/** Counts, kept in this process, told in Prometheus' text format 0.0.4. */
export interface Registry {
  counter(name: string, help: string): Counter;
  histogram(name: string, help: string, bounds: readonly number[]): Histogram;
  /** What is known elsewhere, and asked for whenever somebody reads. */
  facts(
    kind: 'gauge' | 'counter',
    name: string,
    help: string,
    read: () => readonly Reading[] | Promise<readonly Reading[]>,
  ): void;
  text(): Promise<string>;
}

export function createRegistry(): Registry {
  const families: (() => Promise<string[]>)[] = [];
  const family = (
    ...[name, kind, help, samples]: [string, string, string, () => string[] | Promise<string[]>]
  ) =>
    families.push(async () => [
      `# HELP ${name} ${escapeHelp(help)}`,
      `# TYPE ${name} ${kind}`,
      ...(await samples()),
    ]);

  return {
    counter(name, help) {
      const counts = new Map<string, number>();
      family(name, 'counter', help, () => [...counts].map(([key, n]) => `${name}${key} ${n}`));
      return {
        add(labels, by = 1) {
          const key = textOf(labels);
          counts.set(key, (counts.get(key) ?? 0) + by);
        },
      };
    },
    histogram(name, help, bounds) {
      const series = new Map<
        string,
        { labels: Labels; buckets: number[]; sum: number; count: number }
      >();
      family(name, 'histogram', help, () =>
        [...series.values()].flatMap(({ labels, buckets, sum, count }) => [
          ...bounds.map(
            (bound, index) =>
              `${name}_bucket${textOf({ ...labels, le: String(bound) })} ${buckets[index]}`,
          ),
          `${name}_bucket${textOf({ ...labels, le: '+Inf' })} ${count}`,
          `${name}_sum${textOf(labels)} ${sum}`,
          `${name}_count${textOf(labels)} ${count}`,
        ]),
      );
      return {
        observe(value, labels = {}) {
          const key = textOf(labels);
          const one = series.get(key) ?? { labels, buckets: bounds.map(() => 0), sum: 0, count: 0 };
          series.set(key, one);
          bounds.forEach((bound, index) => {
            if (value <= bound) one.buckets[index]! += 1;
          });
          one.sum += value;
          one.count += 1;
        },
      };
    },
    facts(kind, name, help, read) {
      family(name, kind, help, async () =>
        (await read()).map(([value, labels]) => `${name}${textOf(labels)} ${value}`),
      );
    },
    async text() {
      const told = await Promise.all(families.map((each) => each()));
      return `${told.flat().join('\n')}\n`;
    },
  };
}

function textOf(labels: Labels = {}): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeValue(value)}"`);
  return pairs.length ? `{${pairs.join(',')}}` : '';
}

const escapeHelp = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
const escapeValue = (text: string): string => escapeHelp(text).replaceAll('"', '\\"');
