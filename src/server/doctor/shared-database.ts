import { databaseOver } from '../../backend/storage/dialect.ts';
import { migrations } from '../../backend/storage/migrate.ts';
import { schemaState } from '../../backend/storage/schema-state.ts';
import { DatabaseUnreachable, openPostgres, type Postgres } from '../drivers/postgres.ts';
import { examineClock } from './clock.ts';
import { COUNT_DEAD, judgeDeadLetters } from './dead-letters.ts';
import { judgeMigrations } from './database.ts';
import { findingsOf, type Finding } from './finding.ts';
import { judgePostgres } from './versions.ts';

const { ok, warning, broken } = findingsOf('database');

/** What to do, by the code of the network or of Postgres. */
const remedies: Record<string, string> = {
  ECONNREFUSED: 'Start it, or mend host and port in database; DATABASE_URL wins over the config.',
  ENOENT: 'Start it, or mend the folder of its socket in database; DATABASE_URL wins.',
  ENOTFOUND: 'Mend the host in database; DATABASE_URL wins over the config.',
  '28000': 'Mend the user in database, or let that user in from here in pg_hba.conf.',
  '28P01': 'Mend user and password in database; DATABASE_URL wins over the config.',
  '3D000': 'Make it in UTF-8, with createdb, or mend its name in database.',
  '53300':
    'Raise its max_connections or run fewer processes: each takes up to ten, and a listener.',
  '57P03': 'It is starting or stopping. Ask again in a minute.',
};
const REMEDY = 'Check its address, its own log, and whether this machine may connect to it.';

/** What a Postgres says of itself, and what a start would find there. Nothing is changed. */
export async function examinePostgres(url: string, now: () => Date): Promise<Finding[]> {
  let postgres: Postgres;
  try {
    postgres = await openPostgres(url);
  } catch (error) {
    if (!(error instanceof DatabaseUnreachable)) throw error;
    return [broken(error.what, remedies[error.code ?? ''] ?? REMEDY)];
  }
  // one that is outside the pool gives up on an answer that does not come
  const client = postgres.client();
  try {
    await client.connect();
    const facts = await factsOf(client);
    return [
      judgePostgres(facts.version),
      ...judge(facts),
      await examineTables(postgres),
      ...(await deadLettersOf(client)),
      await examineClock('the database', () => timeOf(client), now),
    ];
  } catch {
    return [broken('The database let us in, and then answered no more.', REMEDY)];
  } finally {
    await client.end();
    await postgres.pool.end();
  }
}

/** None where there is no such table, or it cannot be read: that is told of with the migrations. */
const deadLettersOf = (client: Client): Promise<Finding[]> =>
  client.query<{ dead: number }>(COUNT_DEAD).then(
    ({ rows }) => judgeDeadLetters(rows[0]!.dead),
    () => [],
  );

type Client = ReturnType<Postgres['client']>;

interface Facts {
  version: string;
  encoding: string;
  role: string;
  /** Where tables would be made; null where there is no such schema. */
  schema: string | null;
  isReadOnly: boolean;
  mayCreate: boolean;
  /** Tables in it that only their owner may alter, and that is somebody else. */
  foreign: string[];
}

const FACTS = `
  select current_setting('server_version') as version,
    current_setting('server_encoding') as encoding,
    current_user as role,
    current_schema() as schema,
    current_setting('transaction_read_only') = 'on' as "isReadOnly",
    coalesce(has_schema_privilege(current_schema(), 'create'), false) as "mayCreate",
    array(
      select relname::text from pg_class
      where relnamespace = to_regnamespace(quote_ident(current_schema())) and relkind = 'r'
        and not pg_has_role(relowner, 'usage')
      order by relname
    ) as "foreign"`;

const factsOf = async (client: Client): Promise<Facts> =>
  (await client.query<Facts>(FACTS)).rows[0]!;

const timeOf = async (client: Client): Promise<Date> =>
  (await client.query<{ now: Date }>('select now()')).rows[0]!.now;

function judge({ encoding, role, schema, isReadOnly, mayCreate, foreign }: Facts): Finding[] {
  const findings: Finding[] = [];
  if (encoding !== 'UTF8')
    findings.push(broken(`The database is in ${encoding}.`, 'Make one in UTF8, and name that.'));
  if (isReadOnly)
    findings.push(
      broken(
        'The database takes no writes: it is a standby, or set to read only.',
        'Name the primary in database, or turn default_transaction_read_only off.',
      ),
    );
  if (!mayCreate)
    findings.push(
      broken(
        schema === null
          ? `${role} has no schema to make tables in.`
          : `${role} may not make tables in the schema ${schema}: no new version can start.`,
        `As its owner: grant create, usage on schema ${schema ?? 'public'} to ${role};`,
      ),
    );
  if (foreign.length > 0)
    findings.push(
      warning(
        `${role} does not own ${foreign.slice(0, 3).join(', ')}${foreign.length > 3 ? ' and more' : ''}: a new version that alters them cannot start.`,
        `As a superuser, of each that is Front Desk’s: alter table NAME owner to ${role};`,
      ),
    );
  return findings.length > 0
    ? findings
    : [ok(`The database lets ${role} in, who may make tables there.`)];
}

async function examineTables({ pool }: Postgres): Promise<Finding> {
  try {
    return judgeMigrations(await schemaState(databaseOver(pool), Object.keys(migrations)));
  } catch {
    return findingsOf('migrations').broken(
      'Which migrations the database has cannot be read.',
      'Let our role read kysely_migration, best by making it the owner of all our tables.',
    );
  }
}
