import { isRefusal } from '../services/refusal.ts';
import type { Streams } from '../services/streams.ts';
import type { Handlers } from './frame/handler.ts';

export const streamRoutes = (streams: Streams): Pick<Handlers, 'stream'> => ({
  async stream({ shop, caller, request, network }) {
    // whoever only asks for the headers would leave a stream open that nobody reads
    if (request.method === 'HEAD') return { status: 200, stream: new Blob([]).stream() };
    const stream = await streams.open(shop, caller, network);
    return isRefusal(stream) ? stream : { status: 200, stream };
  },
});
