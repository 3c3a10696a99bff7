import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isPostgres } from '../config/database.ts';
import { configJsonSchema, SCHEMA_FILE } from '../config/json-schema.ts';
import { CONFIG_FILE, readConfig } from '../config/load.ts';
import { toJson, writeWhole } from '../config/whole-file.ts';
import { configOf, fields, type Draft, type Field, type FieldName } from './draft.ts';
import { interview } from './questions.ts';
import { CommandFailure, exits, say, type Terminal } from './terminal.ts';

export type InitFlags = Draft & { config: string; force?: boolean };

/** Writes a config that serves at once: asked for in a terminal, else from the flags alone. */
export async function init(flags: InitFlags, terminal: Terminal): Promise<void> {
  const file = resolve(terminal.cwd, flags.config);
  if (existsSync(file) && !flags.force)
    throw new CommandFailure(
      `${flags.config} is there already. Keep it, or add --force.`,
      exits.usage,
    );

  const draft = terminal.stdin.isTTY ? await ask(flags, terminal) : complete(flags);
  const shared = isPostgres(terminal.environment('DATABASE_URL') ?? '');
  const text = toJson(configOf(draft, { shared }));
  // Refused here rather than at the first start; what comes from the environment need not be set yet.
  readConfig(text, file, () => 'from-the-environment');

  mkdirSync(dirname(file), { recursive: true });
  // Webhook secrets are in it: nobody else on this machine may read it.
  writeWhole(file, text, 0o600);
  writeWhole(join(dirname(file), SCHEMA_FILE), toJson(configJsonSchema()), 0o644);
  say(
    terminal,
    `${flags.config} is written. It holds ${draft.webhookUrl ? 'the webhook secrets' : 'the webhook secret'}: keep it private.`,
  );
  if (shared)
    say(terminal, 'Its database is DATABASE_URL. Every process needs the pepper that is in it.');
  if (!draft.smtp)
    say(terminal, 'Without a mail server sign-in by code is off; fill in "mail" to have it.');
  const where = flags.config === CONFIG_FILE ? '' : ` --config ${flags.config}`;
  say(terminal, `Next: front-desk-server serve${where}`);
}

const entries = Object.entries(fields) as [FieldName, Field][];

/** The sender is of no use without a mail server. */
const concerns = (name: FieldName, draft: Draft): boolean => name !== 'from' || !!draft.smtp;

async function ask(flags: Draft, terminal: Terminal): Promise<Draft> {
  const questions = interview(terminal);
  const draft: Draft = {};
  try {
    for (const [name, field] of entries)
      if (concerns(name, draft))
        draft[name] = flags[name] ?? (await questions.answer(field, field.otherwise?.(draft)));
  } finally {
    questions.close();
  }
  return draft;
}

function complete(flags: Draft): Draft {
  const missing = entries.filter(([name, { needed }]) => needed && !flags[name]);
  if (missing.length) {
    const names = missing.map(([, { flag }]) => flag.split(' ')[0]).join(', ');
    throw new CommandFailure(`Without a terminal to ask in, give ${names}.`, exits.usage);
  }
  const draft: Draft = {};
  for (const [name, field] of entries)
    if (concerns(name, draft)) draft[name] = flags[name] ?? field.otherwise?.(draft) ?? '';
  return draft;
}
