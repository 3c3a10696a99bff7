import { z } from 'zod';
import { Instant } from './primitives.ts';
import { AnonymousSession, CustomerSession, GuestSession, VisitorSession } from './session.ts';

/**
 * Where a browser refuses the refresh cookie, the page holds the refresh token itself. It is bound
 * to a key that no script can take away (DPoP, RFC 9449), and worth nothing without it.
 */
export const BoundToken = z
  .object({
    refreshToken: z
      .string()
      .describe('Opaque; keep it beside the key. A new one comes with each refresh'),
    refreshUntil: Instant.describe('The token is good until then, unless it is traded before'),
  })
  .meta({ id: 'BoundToken' });
export type BoundToken = z.infer<typeof BoundToken>;

export const BoundRefresh = z
  .strictObject({ refreshToken: z.string().regex(/^[\w-]{1,128}$/) })
  .meta({ id: 'BoundRefresh' });
export type BoundRefresh = z.infer<typeof BoundRefresh>;

/** As Session, with the next refresh token. */
export const BoundSession = z
  .discriminatedUnion('kind', [
    AnonymousSession,
    VisitorSession.extend(BoundToken.shape),
    GuestSession.extend(BoundToken.shape),
    CustomerSession.extend(BoundToken.shape),
  ])
  .meta({ id: 'BoundSession' });
export type BoundSession = z.infer<typeof BoundSession>;
