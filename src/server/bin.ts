#!/usr/bin/env node
import { constants } from 'node:os';
import { broken } from './cli/broken.ts';
import { run } from './cli/program.ts';

// What we write holds secrets and people's data: it is for our user alone.
process.umask(0o077);

let asked = 0;
const listeners: (() => void)[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    asked += 1;
    // Nothing has to end in order; or it takes too long for somebody. A terminal and npm between
    // them may send the first wish twice.
    if (listeners.length === 0 || asked > 2) process.exit(128 + constants.signals[signal]);
    for (const listener of listeners) listener();
  });

// Node would print the message of what nobody caught, and with it whatever that quotes.
const mourners: ((error: unknown) => void)[] = [];
process.on('uncaughtException', (error: unknown) => {
  if (mourners.length === 0) process.stderr.write(`${broken(error)}\n`);
  for (const mourner of mourners) mourner(error);
  process.exit(1);
});

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: (name) => process.env[name],
  cwd: process.cwd(),
  onStop: (listener) => void listeners.push(listener),
  onCrash: (listener) => void mourners.push(listener),
});
// A line to somebody else that was cut may stay open for a while: nobody waits for it.
if (asked > 0) setTimeout(() => process.exit(), 500).unref();
