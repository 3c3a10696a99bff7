import type { Platform } from '../ports.ts';
import { deskOf } from '../services/desk.ts';
import type { Handlers } from './frame/handler.ts';

export const deskRoutes = (
  platform: Platform,
  can: { mail: boolean },
): Pick<Handlers, 'getDesk'> => ({
  getDesk: async ({ shop }) => ({
    status: 200,
    body: deskOf(shop, platform, can),
    cache: 'shared',
  }),
});
