import type { Clock, Log, Storage } from '../../backend/ports.ts';
import { createModels, type RenewedModels } from '../../backend/services/models.ts';
import type { Closing } from '../closing.ts';
import { threadScript } from '../drivers/thread-script.ts';
import { createModelThreads } from './maker.ts';

interface Parts {
  storage: Storage;
  clock: Clock;
  log: Log;
  closing: Closing;
}

/** What is recommended in each shop, made in threads of their own where their script is there. */
export function threadedModels({ storage, clock, log, closing }: Parts): RenewedModels {
  const script = threadScript('model-thread');
  const threads = script && createModelThreads(script);
  closing.add(() => threads?.stop());
  return createModels({
    ...{ store: storage.recommendations, clock, maker: threads },
    sources: { sales: storage.sales, events: storage.events },
    failed: (error) => log.error('model_failed', error),
  });
}
