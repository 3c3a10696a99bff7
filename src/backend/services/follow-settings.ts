import type { Bus, Log, Shops } from '../ports.ts';
import { settingsTopic } from './topics.ts';

/** What is set in a console of another process is set here as well. Ends by what it answers. */
export function followSettings(bus: Bus, shops: Shops, log: Log): () => void {
  const renew = () =>
    void shops.reload?.().catch((error: unknown) => log.error('settings_not_read', error));
  const ends = [bus.subscribe(settingsTopic, renew), bus.onGap(renew)];
  return () => ends.forEach((end) => end());
}
