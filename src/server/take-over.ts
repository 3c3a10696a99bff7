import type { Clock, Log, Shops, Storage } from '../backend/ports.ts';
import { resumeImports } from '../backend/services/resume-imports.ts';

interface Parts {
  storage: Storage;
  shops: Shops;
  clock: Clock;
  log: Log;
}

/** The database is ours alone: who was sending from it, or was at work, is dead. */
export async function takeOver({ storage, shops, clock, log }: Parts): Promise<void> {
  const resumed = await resumeImports({ storage, clock }, shops);
  if (resumed.finished || resumed.dropped) log.info('imports_resumed', resumed);
  await storage.outbox.release(clock().toISOString());
  await storage.money.release(clock().toISOString());
  await storage.answers.releaseAll();
}
