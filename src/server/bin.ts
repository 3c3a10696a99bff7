#!/usr/bin/env node
import { constants } from 'node:os';
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

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: (name) => process.env[name],
  cwd: process.cwd(),
  onStop: (listener) => void listeners.push(listener),
});
