/** A year, for files whose address changes with what is in them. */
const FOREVER = 'public, max-age=31536000, immutable';

/** What every page of ours says to the browser, whatever else it says. */
const everyPage = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

const policy = (directives: Record<string, string>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');

/**
 * The demo shop's pages: as strict as a shop can be. The desk has to live with it: no inline
 * script or style, no strings that become code, and lit-html as the only Trusted Types policy.
 */
export const demoHeaders = {
  ...everyPage,
  'Content-Security-Policy': policy({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' https: data:",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'lit-html',
  }),
  'Cache-Control': 'no-cache',
} as const;

/**
 * The console: nothing but its own files and the API of its own origin. Pictures of products come
 * from the shop; those that shoppers sent are made into `blob:` addresses by the page itself.
 */
export const consoleHeaders = (path: string): Record<string, string> => ({
  ...everyPage,
  ...(isPreview(path) && { 'X-Frame-Options': 'SAMEORIGIN' }),
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': policy({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' https: data: blob:",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    // the panel as it will look, in a page of ours: no other is framed, and none frames the console
    'frame-src': isPreview(path) ? "'none'" : "'self'",
    'frame-ancestors': isPreview(path) ? "'self'" : "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'lit-html',
  }),
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': path.startsWith('/assets/') ? FOREVER : 'no-cache',
});

const isPreview = (path: string): boolean => path === '/preview.html';

/** The mailbox: its frames show mails, and nothing else may be loaded. */
export const mailboxHeaders = {
  ...everyPage,
  'Content-Security-Policy': policy({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': 'data:',
    'connect-src': "'self'",
    'frame-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
  }),
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

/** A mail as HTML: inert, whoever wrote it; its own styles and nothing from elsewhere. */
export const mailHeaders = {
  ...everyPage,
  'X-Frame-Options': 'SAMEORIGIN',
  'Content-Security-Policy': policy({
    'default-src': "'none'",
    'style-src': "'unsafe-inline'",
    'img-src': 'data:',
    'frame-ancestors': "'self'",
    sandbox: 'allow-popups',
  }),
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

/** The tag's file keeps its name: shops get a new release within five minutes. */
const SHORT = 'public, max-age=300';
const hashed = /^\/c\/[\w-]{8,}\/[^/]+\.\w+(\.map)?$/;

/** The widget's files: any shop's page may load them. */
export const widgetHeaders = (path: string): Record<string, string> => ({
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Timing-Allow-Origin': '*',
  'Cache-Control': hashed.test(path) ? FOREVER : SHORT,
});
