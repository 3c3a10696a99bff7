import type { Bus, Log } from '../../backend/ports.ts';
import { createSubscriptions } from '../../backend/services/subscriptions.ts';
import { createHintLine, type HintPatience } from './hint-line.ts';
import type { Postgres } from './postgres.ts';

export interface PostgresBus extends Bus {
  close(): Promise<void>;
}

/** How long, in ms; tests are less patient. */
export interface BusPatience extends HintPatience {
  /** Between two looks whether the line still carries anything. */
  look: number;
}

const CHANNEL = 'front_desk';
/** Postgres takes 8,000. */
const MOST_BYTES = 7_900;
/** No topic of ours: hints were lost on their way out of a process. */
const GAP = 'gap';
const patient: BusPatience = { look: 30_000, taken: 1_000, pause: 100, longestPause: 10_000 };

/**
 * A bus between the processes on one database. What it carries is a hint: the row is the truth.
 * Hints sent while the line is down are lost, so once it is up again there has been a gap; those
 * that could not be sent are followed by a gap for everybody.
 */
export async function openPostgresBus(
  postgres: Pick<Postgres, 'notify' | 'client'>,
  log: Log,
  patience: BusPatience = patient,
): Promise<PostgresBus> {
  const { look, pause, longestPause } = patience;
  const subscriptions = createSubscriptions();
  const gaps = new Set<() => void>();
  const tellOfGap = () => {
    for (const tell of [...gaps]) tell();
  };
  const line = createHintLine({
    carry: (hints) => postgres.notify(CHANNEL, hints),
    gap: JSON.stringify([GAP, null]),
    ...{ log, patience },
  });
  let isOver = false;
  let next = pause;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hangUp: () => Promise<void>;

  await listen();
  return {
    async publish(topic, message) {
      const payload = JSON.stringify([topic, message]);
      if (new TextEncoder().encode(payload).length > MOST_BYTES)
        throw new RangeError('Too long for the bus: send an id, and let readers read the row');
      await line.send(payload);
    },
    subscribe: (topic, listener) => subscriptions.add(topic, listener),
    onGap(listener) {
      gaps.add(listener);
      return () => void gaps.delete(listener);
    },
    async close() {
      isOver = true;
      clearTimeout(timer);
      line.close();
      await hangUp();
    },
  };

  /** A line of our own: one from the pool would forget its channels when it is given back. */
  async function listen(): Promise<void> {
    const client = postgres.client();
    client.on('notification', ({ payload = '' }) => hear(payload));
    // its end is told as well, and that is what counts
    client.on('error', () => undefined);
    const hang = () => client.end().catch(() => undefined);
    // A line may be dead without a word: then nobody answers on it.
    let looking: ReturnType<typeof setTimeout> | undefined;
    const lookAgain = () => {
      looking = setTimeout(() => client.query('select 1').then(lookAgain, hang), look).unref();
    };
    hangUp = hang;
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      await hang();
      throw error;
    }
    lookAgain();
    client.on('end', () => {
      clearTimeout(looking);
      if (!isOver) comeBack();
    });
  }

  function hear(payload: string): void {
    try {
      const [topic, message] = JSON.parse(payload) as [string, unknown];
      if (topic === GAP) tellOfGap();
      else subscriptions.tell(topic, JSON.stringify(message));
    } catch (error) {
      log.error('bus_message_failed', error);
    }
  }

  /** With jitter: all processes lose their lines at once. */
  function comeBack(): void {
    timer = setTimeout(
      () => {
        listen().then(
          () => {
            if (isOver) return hangUp();
            next = pause;
            log.info('bus_back');
            tellOfGap();
          },
          (error: unknown) => {
            log.error('bus_lost', error);
            if (!isOver) comeBack();
          },
        );
      },
      next * (0.5 + Math.random()),
    );
    next = Math.min(next * 2, longestPause);
  }
}
