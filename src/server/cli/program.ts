import { Argument, Command, CommanderError, InvalidArgumentError } from 'commander';
import { CONFIG_FILE } from '../config/load.ts';
import { findPackageFiles } from '../package-files.ts';
import { conversationCommands } from './conversation-commands.ts';
import { customerCommands } from './customers.ts';
import { fields, type Field } from './draft.ts';
import { explain } from './failures.ts';
import { importFiles, type ImportFlags } from './import.ts';
import { init, type InitFlags } from './init.ts';
import { keys, type KeysFlags } from './keys.ts';
import { addOperations } from './operations.ts';
import { serve, type ServeFlags } from './serve.ts';
import { settlingCommands } from './settling-commands.ts';
import { staffCommands } from './staff-commands.ts';
import { webhookCommands } from './webhook-commands.ts';
import { exits, type Exit, type Terminal } from './terminal.ts';

const endings = `
Exit codes: 0 done, 1 something is in the way, 2 a flag or the config is wrong,
3 rows of an import are bad and nothing was imported, 4 an import counts and
the rest of it is written later.`;

/** Runs one command line and says how it ended. */
export async function run(words: readonly string[], terminal: Terminal): Promise<Exit> {
  const program = createProgram(terminal);
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exits.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exits.done : exits.usage;
    const [sentence, exit] = explain(error);
    terminal.stderr.write(`${sentence}\n`);
    return exit;
  }
}

export function createProgram(terminal: Terminal): Command {
  const program = new Command('front-desk-server')
    .description('The backend of Front Desk: serves the widget and answers it.')
    .version(findPackageFiles().version)
    .showHelpAfterError('Add --help to see what there is.')
    .configureOutput({
      writeOut: (text) => void terminal.stdout.write(text),
      writeErr: (text) => void terminal.stderr.write(text),
    })
    .exitOverride()
    .addHelpText('after', endings);

  const command = program
    .command('init')
    .description(`Write a ${CONFIG_FILE}; asks in a terminal, else takes the flags.`)
    .option('--config <file>', 'where to write it', CONFIG_FILE)
    .option('--force', 'replace a file that is there');
  for (const { flag, ask } of Object.values<Field>(fields)) command.option(flag, ask);
  command.action((flags: InitFlags) => init(flags, terminal));

  program
    .command('serve')
    .description('Serve the API and the widget until stopped by SIGTERM or Ctrl-C.')
    .option('--config <file>', `the config (default: ${CONFIG_FILE})`)
    .option('--port <number>', 'port to listen on; wins over PORT and the config', portOf)
    .option(
      '--database <file>',
      'database file or postgres://…; wins over DATABASE_URL and the config',
    )
    .option('--dev', 'this machine only; mails land in /dev/mailbox')
    .option('--demo', 'the demo shop’s pages, and its sample data where there is no config')
    .option('--origin <origin...>', 'more pages that may use the shop, as in http://localhost:8080')
    .option('--data <folder>', 'import every *.jsonl of a folder first')
    .option('--shop <id>', 'whose data that is, where the config has several shops')
    .addHelpText(
      'after',
      `
Look around:           front-desk-server serve --dev --demo
Develop your own page: front-desk-server serve --dev
In earnest:            front-desk-server serve   (behind a proxy that speaks HTTPS)

With --demo and no --config the database is data/demo/front-desk.db below this folder,
or one of its own for each --data folder.
Logs are JSON lines on stderr.`,
    )
    .action((flags: ServeFlags) => serve(flags, terminal));

  program
    .command('import')
    .description(
      'Bring in products, customers and orders: JSON Lines, or exports of Shopify; see docs/import.md.',
    )
    .argument('<file...>', 'files to import, as one whole')
    .option('--config <file>', `the config (default: ${CONFIG_FILE})`)
    .option('--demo', 'into the demo shop of this folder')
    .option(
      '--database <file>',
      'database file or postgres://…; wins over DATABASE_URL and the config',
    )
    .option('--shop <id>', 'whose data it is, where the config has several shops')
    .option('--skip-bad', 'leave out bad rows; without it one bad row refuses everything')
    .addHelpText(
      'after',
      `
The same file twice changes nothing. A running server takes the import over a socket
that only its user can open; otherwise the database file is opened here.
Into Postgres it writes directly, whether servers run or not.`,
    )
    .action((files: string[], flags: ImportFlags) => importFiles(files, flags, terminal));

  program
    .command('keys')
    .description('What the shop’s own login signs with: two keys at most, kept in the config.')
    .addArgument(
      new Argument('<action>', 'what to do with them').choices(['add', 'list', 'remove']),
    )
    .argument('[kid]', 'the key’s name; add makes one up')
    .option('--config <file>', `the config (default: ${CONFIG_FILE})`)
    .option('--shop <id>', 'whose keys, where the config has several shops')
    .option('--alg <name>', 'EdDSA, ES256 or HS256 (default: EdDSA)')
    .option('--public-key <file>', 'add this key’s public half, PEM or JWK, instead of making one')
    .option('--env <name>', 'with HS256: the config names this variable instead of the secret')
    .option('--issuer <iss>', 'the iss of its tokens, where sub is not the shop’s own customer id')
    .addHelpText(
      'after',
      `
To change keys without a gap: add the new one, restart, let the shop sign with it,
remove the old one, restart. See docs/identity.md.`,
    )
    .action((action: string, kid: string | undefined, flags: KeysFlags) =>
      keys(action, kid, flags, terminal),
    );
  addOperations(program, terminal);
  webhookCommands(program, terminal);
  settlingCommands(program, terminal);
  conversationCommands(program, terminal);
  customerCommands(program, terminal);
  staffCommands(program, terminal);

  // Subcommands do not inherit these.
  for (const each of program.commands.flatMap((command) => [command, ...command.commands])) {
    each.exitOverride().showHelpAfterError('Add --help to see what there is.');
    each.configureOutput(program.configureOutput()).addHelpText('after', endings);
  }
  return program;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}
