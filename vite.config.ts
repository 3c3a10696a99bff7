import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { findLanguages, sourceAddresses } from './scripts/build/languages.mjs';
import { literals } from './scripts/build/literals.mjs';
import { builtClasses } from './scripts/build/short-classes.mjs';
import { withParts } from './scripts/build/shop.mjs';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The demo on the mock: `npm run demo` serves it from its sources, scripts/build/demo.mjs builds
 * dist/demo. The files shoppers load come from scripts/build/cdn.mjs.
 */
export default defineConfig({
  root: at('demo'),
  base: './',
  publicDir: false,
  define: sourceAddresses(`/@fs${at('src/widget')}`, findLanguages(at('.'))),
  plugins: [builtClasses(at('.')), literals(), mswWorker(), sourceTag()],
  server: { port: Number(process.env['PORT'] ?? 5173), fs: { allow: [at('.')] } },
  build: {
    target: 'es2022',
    modulePreload: false,
    // The mock is a whole backend with its database.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: { 'start-mock': at('demo/start-mock.ts'), ...galleryPages() },
      output: {
        entryFileNames: ({ name }) =>
          name === 'start-mock' ? 'start-mock.js' : 'assets/[name]-[hash].js',
      },
    },
  },
});

function galleryPages(): Record<string, string> {
  const names = readdirSync(at('demo/gallery')).filter((name) => name.endsWith('.html'));
  return Object.fromEntries(names.map((name) => [`gallery-${name}`, at(`demo/gallery/${name}`)]));
}

/** msw's worker must lie beside the pages it answers for. */
function mswWorker(): Plugin {
  const name = 'mockServiceWorker.js';
  const source = (): Buffer => readFileSync(at(`node_modules/msw/lib/${name}`));
  return {
    name: 'msw-worker',
    configureServer({ middlewares }) {
      middlewares.use(`/${name}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript').end(source());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: name, source: source() });
    },
  };
}

/** While developing, pages start the mock as the built site does, and load the widget's sources. */
function sourceTag(): Plugin {
  return {
    name: 'source-tag',
    apply: 'serve',
    transformIndexHtml: {
      order: 'pre',
      handler: (page, { path }) =>
        withParts(page, { demo: at('demo'), name: path.slice(1) })
          .replace(
            /<script\b[^>]*?\ssrc="front-desk\.js"/,
            '<script type="module" src="start-mock.js"',
          )
          .replaceAll(/ src="(fd-[\w-]+\.js)"/g, ' type="module" data-src="$1"'),
    },
    configureServer({ middlewares }) {
      for (const [path, source] of [
        ['/front-desk.js', 'src/widget/loader.ts'],
        ['/fd-returns.js', 'src/widget/returns-loader.ts'],
        ['/fd-order-tracker.js', 'src/widget/tracker-loader.ts'],
        ['/fd-wishlist-button.js', 'src/widget/wishlist-loader.ts'],
        ['/fd-recommendations.js', 'src/widget/recommendations-loader.ts'],
      ] as const)
        middlewares.use(path, (_request, response) => {
          const loader = JSON.stringify(`/@fs${at(source)}`);
          response.setHeader('Content-Type', 'text/javascript').end(`import(${loader});`);
        });
      middlewares.use((request, _response, next) => {
        request.url = request.url?.replace(/^\/start-mock\.js/, '/start-mock.ts');
        next();
      });
    },
  };
}
