import { eventsAMinute } from '../../domain/events/keeping.ts';
import type { BackendPorts } from '../ports.ts';
import type { Events } from '../services/events.ts';
import { isRefusal } from '../services/refusal.ts';
import { createFloodGate } from './frame/floods.ts';
import type { Handlers } from './frame/handler.ts';
import { objects } from './frame/objections.ts';

const taken = (kept: number) => ({ status: 202 as const, body: { kept } });
const gone = (removed: number) => ({ status: 200 as const, body: { removed } });

export function eventRoutes(
  events: Events,
  { clock, eventLimits = eventsAMinute }: Pick<BackendPorts, 'clock' | 'eventLimits'>,
): Pick<Handlers, 'sendEvents' | 'listKnownEvents' | 'removeEvents'> {
  const flooded = createFloodGate(clock);
  return {
    async sendEvents({ shop, request, body, network, whoCalls }) {
      if (objects(request)) return taken(0);
      const { visitor, consent } = body;
      const { length } = body.events;
      const tooMany =
        flooded(`visitor ${shop.id} ${visitor}`, eventLimits.perVisitor, length) ??
        flooded(`network ${network}`, eventLimits.perNetwork, length);
      if (tooMany) return tooMany;
      // who it is counts only where they agreed to be known
      const caller = consent === 'personalization' ? await whoCalls() : undefined;
      if (caller && isRefusal(caller)) return caller;
      return taken(await events.record(shop, caller, body));
    },

    async listKnownEvents({ shop, body, whoCalls }) {
      const caller = await whoCalls();
      if (caller && isRefusal(caller)) return caller;
      return { status: 200, body: await events.known(shop, caller, body) };
    },

    async removeEvents({ shop, body, whoCalls, keep }) {
      const caller = await whoCalls();
      if (caller && isRefusal(caller)) return caller;
      return gone(await events.remove(shop, caller, body, keep(gone)));
    },
  };
}
