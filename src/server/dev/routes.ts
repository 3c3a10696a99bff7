import { Hono } from 'hono';
import { problemResponse } from '../../backend/routes/frame/problem.ts';
import { refuse } from '../../backend/services/refusal.ts';
import { mailboxHeaders, mailHeaders } from '../http/headers.ts';
import { isLocal } from './local-only.ts';
import type { Mailbox } from './mailbox.ts';
import { mailboxPage, mailboxScript, mailboxStyles } from './mailbox-page.ts';

export interface DevPorts {
  mailbox: Mailbox;
  /** The address of the connection itself, never what a header says. */
  peer(request: Request): string;
  /** Until the mails of answered requests have come. */
  settled(): Promise<void>;
}

/** The pages of --dev, below /dev. */
export function createDevRoutes({ mailbox, peer, settled }: DevPorts): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    if (!isLocal(c.req.raw, peer(c.req.raw)))
      return problemResponse(refuse('local_only'), new Headers());
    await settled();
    await next();
    for (const [name, value] of Object.entries(mailboxHeaders))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    return undefined;
  });

  app.get('/dev/mailbox', (c) => c.html(mailboxPage(mailbox.mails())));
  app.get('/dev/mailbox.css', (c) => c.body(mailboxStyles, 200, { 'Content-Type': 'text/css' }));
  app.get('/dev/mailbox.js', (c) =>
    c.body(mailboxScript, 200, { 'Content-Type': 'text/javascript' }),
  );
  /** `?to=` one address, `?limit=` so many. */
  app.get('/dev/mailbox.json', (c) => {
    const to = c.req.query('to')?.toLowerCase();
    const limit = Number(c.req.query('limit') ?? Infinity);
    const mails = mailbox
      .mails()
      .filter((mail) => to === undefined || mail.to.toLowerCase() === to);
    return c.json({ mails: mails.slice(0, limit) });
  });
  app.get('/dev/mailbox/:id', (c) => {
    const mail = mailbox.find(c.req.param('id'));
    return mail ? c.html(mail.html, 200, mailHeaders) : c.notFound();
  });
  return app;
}
