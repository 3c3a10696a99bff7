import { changeRoutes } from './routes/changes.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { customerRoutes } from './routes/customers.ts';
import { deskRoutes } from './routes/desk.ts';
import { eventRoutes } from './routes/events.ts';
import { identityRoutes } from './routes/identity.ts';
import { orderRoutes } from './routes/orders.ts';
import { passkeyRoutes } from './routes/passkeys.ts';
import { productRoutes } from './routes/products.ts';
import { returnRoutes } from './routes/returns.ts';
import type { Route } from './routes/route.ts';
import { sessionRoutes } from './routes/session.ts';
import { inboxRoutes } from './routes/inbox.ts';
import { inboxActRoutes } from './routes/inbox-acts.ts';
import { returnsDeskRoutes } from './routes/returns-desk.ts';
import { staffOrderRoutes } from './routes/staff-orders.ts';
import { settingRoutes } from './routes/settings.ts';
import { staffRoutes } from './routes/staff.ts';
import { uploadRoutes } from './routes/uploads.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { wishlistRoutes } from './routes/wishlists.ts';

/** Every route there is. The backend mounts this list, the OpenAPI document is made of it. */
export const routes = {
  ...deskRoutes,
  ...identityRoutes,
  ...sessionRoutes,
  ...customerRoutes,
  ...productRoutes,
  ...orderRoutes,
  ...changeRoutes,
  ...returnRoutes,
  ...uploadRoutes,
  ...wishlistRoutes,
  ...eventRoutes,
  ...conversationRoutes,
  ...webhookRoutes,
  ...staffRoutes,
  ...passkeyRoutes,
  ...settingRoutes,
  ...inboxRoutes,
  ...inboxActRoutes,
  ...returnsDeskRoutes,
  ...staffOrderRoutes,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
