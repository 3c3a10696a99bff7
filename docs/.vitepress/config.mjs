// The pages of docs/ as a site: `npm run docs` (scripts/docs.mjs).
import { defineConfig } from 'vitepress';

const pages = (list) => list.map(([text, link]) => ({ text, link: `/${link}` }));

export default defineConfig({
  title: 'Front Desk',
  description: 'The store’s front desk in one script tag: orders, returns, wishlists, help.',
  lang: 'en',
  // the mark, so that a browser asks for no other
  head: [
    [
      'link',
      {
        rel: 'icon',
        href: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%2324523f' stroke-width='2' stroke-linecap='round'%3E%3Cpath d='M4 17a8 8 0 0 1 16 0zM2.5 20.5h19M12 9V6M10 5.5h4'/%3E%3C/svg%3E",
      },
    ],
  ],
  base: process.env.DOCS_BASE ?? '/',
  cacheDir: '../dist/.vitepress',
  lastUpdated: false,
  // files beside the pages, and those above docs/, are not pages of the site
  ignoreDeadLinks: [
    /\.\.\/(README|CONTRIBUTING|CHANGELOG|LICENSE)/,
    /\.(json|mjs|php|py|rb|liquid|service)$/,
    /Dockerfile/,
  ],
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    sidebar: [
      {
        text: 'On your pages',
        items: pages([
          ['The first ten minutes', 'first-ten-minutes'],
          ['Putting the desk on a page', 'embedding'],
          ['Attributes, events, parts', 'attributes'],
          ['In a framework', 'frameworks'],
          ['Live examples', 'live'],
          ['Languages', 'languages'],
          ['Wishlists', 'wishlists'],
          ['Recommendations', 'recommendations'],
          ['Signals and consent', 'signals'],
        ]),
      },
      {
        text: 'Your backend',
        items: pages([
          ['Running it', 'backend'],
          ['Who is at the desk', 'identity'],
          ['Import', 'import'],
          ['Webhooks', 'webhooks'],
          ['Uploads', 'uploads'],
          ['Operations', 'operations'],
        ]),
      },
      {
        text: 'Your shop’s rules',
        items: pages([
          ['Policies', 'policies'],
          ['Payments and labels', 'payments'],
          ['What settles by itself', 'settling'],
          ['Conversations', 'conversations'],
          ['The console', 'console'],
        ]),
      },
      {
        text: 'How it is made',
        items: pages([
          ['Architecture', 'architecture'],
          ['Figures', 'figures'],
          ['Storage', 'decisions/storage'],
          ['Loader', 'decisions/loader'],
          ['Mock', 'decisions/mock'],
          ['Tokens', 'decisions/tokens'],
        ]),
      },
    ],
  },
});
