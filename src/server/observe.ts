import type { Clock, Log, Storage } from '../backend/ports.ts';
import type { Closing } from './closing.ts';
import { isPostgres } from './config/database.ts';
import type { Settings } from './config/load.ts';
import { listen } from './http/listen.ts';
import { createMeter, type ServerMeter } from './metrics/meter.ts';
import { measureOutbox } from './metrics/outbox-facts.ts';
import { measureFile, measureProcess } from './metrics/process-facts.ts';
import { scrape } from './metrics/scrape.ts';
import { findPackageFiles } from './package-files.ts';

interface Parts {
  settings: Omit<Settings, 'shops'>;
  storage: Storage;
  log: Log;
  clock: Clock;
  closing: Closing;
}

/** What others see of a server from outside: what it counts. */
export async function observe(parts: Parts): Promise<ServerMeter> {
  const { settings, storage, log, clock, closing } = parts;
  const meter = createMeter();
  closing.add(measureProcess(meter.registry, findPackageFiles().version));
  if (!isPostgres(settings.database)) measureFile(meter.registry, settings.database);
  measureOutbox(meter.registry, { outbox: storage.outbox, clock, log });
  if (settings.metrics) {
    const { port, host, token } = settings.metrics;
    const listener = await listen({ answer: scrape(meter.registry, token), port, host });
    closing.add(() => listener.stop());
    log.info('metrics_served', { port: listener.port });
  }
  return meter;
}
