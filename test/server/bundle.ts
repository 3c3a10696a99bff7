import { fileURLToPath } from 'node:url';
import { bundleCli } from '../../scripts/test/cli.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
let made: Promise<string> | undefined;

/** The bundled CLI: the run of all tests has made one for all of them (FD_CLI). */
export const bundledCli = (): Promise<string> =>
  (made ??= process.env['FD_CLI'] ? Promise.resolve(process.env['FD_CLI']) : bundleCli(root));
