import { sql, type CompiledQuery, type Kysely, type RawBuilder } from 'kysely';

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

/**
 * A query compiled once and run with new values. Building and compiling one costs Kysely more than
 * SQLite needs to answer it.
 */
export function prepared<Values extends object, Row, Tables>(
  db: Kysely<Tables>,
  build: (
    value: <Name extends keyof Values & string>(name: Name) => RawBuilder<Values[Name]>,
  ) => Compilable<Row>,
): (values: Values, on?: Kysely<Tables>) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | undefined;
  return async (values, on = db) => {
    compiled ??= build((name) => sql.val(new Slot(name)) as unknown as RawBuilder<never>).compile();
    const parameters = compiled.parameters.map((value) =>
      value instanceof Slot ? values[value.name as keyof Values] : value,
    );
    const { rows } = await on.executeQuery<Row>({ ...compiled, parameters });
    return rows;
  };
}
