// `npm run openapi [-- --check]`: writes docs/api/openapi.json and policy.schema.json from the
// contract and lints the former. --check writes nothing and fails where a file in the repository is
// not what would be written.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';
import { root } from './install.mjs';

process.chdir(root);
register();
const { openapi } = await import('../src/contract/openapi.ts');
const { policySchema } = await import('../src/contract/policy-schema.ts');
const file = 'docs/api/openapi.json';
const made = { [file]: openapi(), 'docs/api/policy.schema.json': policySchema() };

mkdirSync('docs/api', { recursive: true });
for (const [path, value] of Object.entries(made)) {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (!process.argv.includes('--check')) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${path} is not what the contract says: run \`npm run openapi\` and commit it.`);
    process.exit(1);
  }
}

const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js');
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [cli, 'lint', file, '--config', 'scripts/redocly.yaml', '--format', 'stylish'],
  {
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  },
);
console.log(status === 0 ? `${file}: current and sound` : stdout + stderr);
process.exit(status ?? 1);
