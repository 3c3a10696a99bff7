/** Where the data lie: in a file of this machine, or in a Postgres that several processes share. */
export const isPostgres = (database: string): boolean => /^postgres(ql)?:\/\//i.test(database);

const isAddress = (database: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(database);

/** A path, or an address that can be read as one of Postgres. */
export const isDatabase = (database: string): boolean =>
  !isAddress(database) || (isPostgres(database) && URL.canParse(database));

export const NO_DATABASE =
  'No database. Write a path, as in data/front-desk.db, or postgres://user:password@host/name.';
