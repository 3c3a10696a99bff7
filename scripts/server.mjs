// `npm run server -- COMMAND`: the CLI of `front-desk-server`, from the sources of this clone.
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';
import { follow } from './follow.mjs';

ensureInstalled();
const tsx = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
const args = ['--import', tsx, join(root, 'src/server/bin.ts'), ...process.argv.slice(2)];
follow(spawn(process.execPath, args, { stdio: 'inherit' }));
