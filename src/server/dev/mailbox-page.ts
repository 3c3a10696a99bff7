import { html } from 'hono/html';
import type { KeptMail } from './mailbox.ts';

type Markup = ReturnType<typeof html>;

/** What would have been sent, newest first. */
export function mailboxPage(mails: readonly KeptMail[]): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Mailbox (${mails.length})</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/dev/mailbox.css" />
        <script type="module" src="/dev/mailbox.js"></script>
      </head>
      <body>
        <header>
          <h1>Mailbox</h1>
          <p>Mails of this machine. Nothing is sent with <code>--dev</code>.</p>
        </header>
        <main id="mails" data-newest="${mails[0]?.id ?? '0'}">
          ${mails.length ? mails.map(mailCard) : empty}
        </main>
      </body>
    </html>`;
}

const empty = html`<p class="empty">No mail yet. Sign in at the desk: its code lands here.</p>`;

const mailCard = (mail: KeptMail, index: number): Markup => html`
  <article aria-labelledby="subject-${mail.id}">
    <h2 id="subject-${mail.id}">${mail.subject}</h2>
    <dl>
      <div><dt>To</dt><dd>${mail.to}</dd></div>
      <div><dt>Shop</dt><dd>${mail.shop}</dd></div>
      <div><dt>At</dt><dd><time datetime="${mail.at}">${mail.at.slice(11, 19)} UTC</time></dd></div>
    </dl>
    <pre>${mail.text.trim()}</pre>
    <details ${index === 0 ? 'open' : ''}>
      <summary>As the mail program shows it</summary>
      <iframe src="/dev/mailbox/${mail.id}" title="${mail.subject}" loading="lazy" sandbox></iframe>
    </details>
  </article>
`;

/** Looks for newer mail while the page is seen, and reads the page anew when there is some. */
export const mailboxScript = `const shown = document.querySelector('#mails').dataset.newest;
setInterval(async () => {
  if (document.hidden) return;
  const answer = await fetch('/dev/mailbox.json?limit=1');
  const newest = (await answer.json()).mails[0]?.id ?? '0';
  if (newest !== shown) location.reload();
}, 2000);
`;

export const mailboxStyles = `:root {
  color-scheme: light dark;
  --accent: #24523f;
  --bg: light-dark(#fff, #141816);
  --ink: light-dark(#16181a, #eef2f0);
  --ink-2: light-dark(#54585c, #a9b0ac);
  --line: light-dark(#e4e5e6, #2b312e);
  --tint: light-dark(#f2f6f4, #1c2320);
  font: 400 15px/22px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  background: var(--bg);
  color: var(--ink);
}
body { margin: 0 auto; max-width: 680px; padding: 40px 24px 56px; }
h1 { font-size: 28px; line-height: 34px; font-weight: 600; letter-spacing: -.022em; margin: 0; }
header p, .empty, dl { color: var(--ink-2); margin: 4px 0 0; }
main { display: grid; gap: 16px; margin-top: 24px; }
article { border: 1px solid var(--line); border-radius: 18px; padding: 16px 24px 24px; }
h2 { font-size: 17px; line-height: 24px; font-weight: 600; margin: 0; overflow-wrap: anywhere; }
dl { display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: 13px; line-height: 18px; }
dl div { display: flex; gap: 4px; }
dt::after { content: ":"; }
dd { margin: 0; overflow-wrap: anywhere; }
pre { background: var(--tint); border-radius: 14px; padding: 16px; margin: 16px 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
summary { color: var(--ink-2); cursor: pointer; border-radius: 6px; }
summary:focus-visible { outline: 2px solid light-dark(var(--accent), #9fd1ba); outline-offset: 2px; }
iframe { border: 1px solid var(--line); border-radius: 14px; width: 100%; height: 440px; margin-top: 8px; background: #fff; }
code { font-size: .93em; }
`;
