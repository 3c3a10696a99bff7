import { KnownEvents as shape } from '../../contract/guards/known-events.ts';
import type { EventRemoval, KnownEvents } from '../../contract/events.ts';
import { readJson, type Send } from './request.ts';

/** `visitors`: who the device has been. */
export const listKnownEvents = (
  send: Send,
  body: { visitors: readonly string[]; cursor?: string },
  signal?: AbortSignal,
): Promise<KnownEvents> => readJson(send('/events/known', { method: 'POST', body, signal }), shape);

export const removeEvents = async (send: Send, body: EventRemoval, key: string) => {
  await send('/events/removal', { method: 'POST', body, key });
};
