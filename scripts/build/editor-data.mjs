// What VS Code and the JetBrains editors are told of the elements and of their styles.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';

/** Beside the manifest, which it is made of. */
export async function buildEditorData(outDir) {
  const manifest = JSON.parse(await readFile(join(outDir, 'custom-elements.json'), 'utf8'));
  generateVsCodeCustomElementData(manifest, { outdir: outDir, hideLogs: true });
  generateJetBrainsWebTypes(manifest, { outdir: outDir, packageJson: false, hideLogs: true });
}
