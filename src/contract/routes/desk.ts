import { Desk } from '../desk.ts';
import type { Route } from './route.ts';

/** What the widget needs of the shop itself, and its live news. */
export const deskRoutes = {
  getDesk: {
    method: 'get',
    path: '/desk',
    area: 'desk',
    access: 'anyone',
    summary: 'The shop as the widget needs it: name, brand, capabilities, contact',
    answers: { 200: Desk },
  },
  stream: {
    method: 'get',
    path: '/stream',
    area: 'live',
    access: 'visitor',
    summary: 'Server-sent events: ids of what changed for this session; read again after a gap',
    answers: { 200: 'stream' },
  },
} as const satisfies Record<string, Route>;
