import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the files that we serve lie: in the published package, or in a clone after a build. */
export interface PackageFiles {
  version: string;
  /** front-desk.js and its chunks. */
  widget: string;
  /** The demo shop's pages. */
  demo: string;
  /** Where the shop's people answer. */
  console: string;
}

const places: Record<string, Omit<PackageFiles, 'version'>> = {
  'front-desk-server': {
    ...{ widget: 'public/cdn', demo: 'public/demo', console: 'public/console' },
  },
  'front-desk': {
    ...{ widget: 'dist/cdn', demo: 'dist/server/public/demo', console: 'dist/console' },
  },
};

export function findPackageFiles(from = fileURLToPath(import.meta.url)): PackageFiles {
  for (let folder = dirname(from); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      name: string;
      version: string;
    };
    const place = places[name];
    if (place)
      return {
        version,
        widget: join(folder, place.widget),
        demo: join(folder, place.demo),
        console: join(folder, place.console),
      };
  }
  throw new Error('The files of the package are missing. Install front-desk-server again.');
}
