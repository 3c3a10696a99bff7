import type { Clock, Log, OutboxStore } from '../../backend/ports.ts';
import { createLook } from '../look.ts';
import type { Reading, Registry } from './registry.ts';

/** A reader waits for the rest as well: what a database takes longer for is left out, in ms. */
const PATIENCE = 2_000;

interface Parts {
  outbox: Pick<OutboxStore, 'backlog'>;
  clock: Clock;
  log: Log;
  patience?: number;
}

/** What the shop's own systems have not been told, as the database has it: the same at each process. */
export function measureOutbox(
  registry: Registry,
  { outbox, clock, log, patience = PATIENCE }: Parts,
): void {
  type Backlog = Awaited<ReturnType<OutboxStore['backlog']>>;
  const count = createLook(patience, () => outbox.backlog());
  let asked: Promise<Backlog | undefined> | undefined;
  /** Both facts of one reading come from one look. */
  const look = () =>
    (asked ??= count()
      .catch((error: unknown) => void log.error('backlog_not_counted', error))
      .finally(() => (asked = undefined)));
  const fact = (name: string, help: string, of: (backlog: Backlog) => readonly Reading[]) =>
    registry.facts('gauge', name, help, async () => {
      const backlog = await look();
      return backlog ? of(backlog) : [];
    });

  fact(
    'front_desk_webhooks',
    'Deliveries to the shop’s own systems: waiting, or dead, given up and not sent again',
    ({ waiting, dead }) => [
      [waiting, { state: 'waiting' }],
      [dead, { state: 'dead' }],
    ],
  );
  fact(
    'front_desk_webhooks_oldest_seconds',
    'How long the oldest delivery has waited; 0 when none does',
    ({ since }) => [[since === undefined ? 0 : age(since, clock())]],
  );
}

const age = (since: string, now: Date): number =>
  Math.max(0, (now.getTime() - Date.parse(since)) / 1000);
