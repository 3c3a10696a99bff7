import { InvalidArgumentError, type Command } from 'commander';
import { CONFIG_FILE } from '../config/load.ts';
import type { Terminal } from './terminal.ts';
import { dropWebhooks, listWebhooks, replayWebhooks, type WebhookFlags } from './webhooks.ts';

/** `webhooks list`, `webhooks replay` and `webhooks drop`. */
export function webhookCommands(program: Command, terminal: Terminal): void {
  const webhooks = program
    .command('webhooks')
    .description('What the shop’s own systems are told; see docs/webhooks.md.');
  const command = (name: string, description: string) =>
    webhooks
      .command(name)
      .description(description)
      .option('--config <file>', `the config (default: ${CONFIG_FILE})`)
      .option('--demo', 'of the demo shop of this folder')
      .option('--database <file>', 'database file; wins over the config');
  command('list', 'List deliveries, newest first.')
    .option('--dead', 'only those that were given up')
    .option('--json', 'one JSON object a line')
    .option('--limit <number>', 'how many (default: 50)', limitOf)
    .action((flags: WebhookFlags) => listWebhooks(flags, terminal));
  command('replay', 'Send deliveries again, under the same ids.')
    .argument('[id...]', 'ids, as listed')
    .option('--dead', 'all that were given up')
    .action((ids: string[], flags: WebhookFlags) => replayWebhooks(ids, flags, terminal));
  command('drop', 'Forget deliveries that were given up, where they need not be sent any more.')
    .argument('[id...]', 'ids, as listed')
    .option('--dead', 'all that were given up')
    .action((ids: string[], flags: WebhookFlags) => dropWebhooks(ids, flags, terminal));
}

function limitOf(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Give a number from 1.');
  return Number(text);
}
