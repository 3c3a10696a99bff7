import { sql, type CompiledQuery, type Kysely, type RawBuilder } from 'kysely';
import { engineOf, type Engine } from './dialect.ts';

/** Stands in a compiled query where a value will be. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

interface Compilable<Row> {
  compile(): CompiledQuery<Row>;
}

type Build<Values, Row> = (
  value: <Name extends keyof Values & string>(name: Name) => RawBuilder<Values[Name]>,
) => Compilable<Row>;

/**
 * A query compiled once and run with new values. Building and compiling one costs Kysely more than
 * SQLite needs to answer it.
 */
export function prepared<Values extends object, Row, Tables>(
  db: Kysely<Tables>,
  build: Build<Values, Row>,
): (values: Values, on?: Kysely<Tables>) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | undefined;
  return (values, on = db) => run((compiled ??= compile(build)), values, on);
}

/** The same for who has no database at hand but a transaction: compiled once for each engine. */
export function preparedIn<Values extends object, Row, Tables>(
  build: (db: Kysely<Tables>, ...value: Parameters<Build<Values, Row>>) => Compilable<Row>,
): (tx: Kysely<Tables>, values: Values) => Promise<Row[]> {
  const compiled = new Map<Engine, CompiledQuery<Row>>();
  return (tx, values) => {
    const engine = engineOf(tx);
    const query = compiled.get(engine) ?? compile<Values, Row>((value) => build(tx, value));
    compiled.set(engine, query);
    return run(query, values, tx);
  };
}

const compile = <Values, Row>(build: Build<Values, Row>): CompiledQuery<Row> =>
  build((name) => sql.val(new Slot(name)) as unknown as RawBuilder<never>).compile();

async function run<Values extends object, Row, Tables>(
  compiled: CompiledQuery<Row>,
  values: Values,
  on: Kysely<Tables>,
): Promise<Row[]> {
  const parameters = compiled.parameters.map((value) =>
    value instanceof Slot ? values[value.name as keyof Values] : value,
  );
  const { rows } = await on.executeQuery<Row>({ ...compiled, parameters });
  return rows;
}
