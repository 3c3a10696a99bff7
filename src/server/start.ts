import { setTimeout } from 'node:timers/promises';
import type { Clock, Log, Shops, Storage } from '../backend/ports.ts';
import { createBackend } from '../backend/app.ts';
import { createCookieTransport } from '../backend/services/cookie-transport.ts';
import { createKeyring } from '../backend/services/secrets.ts';
import { createSetShops } from '../backend/services/set-shops.ts';
import { followSettings } from '../backend/services/follow-settings.ts';
import { createLocalBus } from '../backend/services/local-bus.ts';
import { allQuestions } from './admin/all-questions.ts';
import { startAdmin } from './admin/server.ts';
import { socketPathOf } from './admin/socket-path.ts';
import { chosenPorts } from './chosen-ports.ts';
import { createClosing } from './closing.ts';
import { createEnding, inTime } from './ending.ts';
import type { Settings } from './config/load.ts';
import type { ShopConfig } from './config/shop-schema.ts';
import { createShops } from './config/shops.ts';
import { createMailbox } from './dev/mailbox.ts';
import { createAddresses } from './http/address.ts';
import { createFront } from './http/front.ts';
import { createHealth } from './http/health.ts';
import { listen } from './http/listen.ts';
import { createProxyNotice } from './http/proxy-notice.ts';
import { createSite } from './http/site.ts';
import { importerOver } from './imports/importer.ts';
import { nodeHmac } from './drivers/hmac.ts';
import { openPostgresBus } from './drivers/postgres-bus.ts';
import { mailerOf } from './mailers.ts';
import { threadedModels } from './models/threaded.ts';
import { observe } from './observe.ts';
import { openDatabase } from './open-database.ts';
import { providersOf } from './providers.ts';
import { createSettling } from './settling.ts';
import { takeOver } from './take-over.ts';
import { startWork } from './work.ts';

export interface ServerOptions {
  settings: Omit<Settings, 'shops'>;
  /** Asked for once the database is ours. */
  shops(): readonly ShopConfig[];
  /** This machine only, mails kept in a mailbox. */
  dev: boolean;
  /** Serves the demo shop's pages. */
  demo: boolean;
  port: number;
  /** How many ports above may be taken instead. */
  spare?: number;
  /** Pages, beside those of the config, that may use the shops. */
  origins?: readonly string[];
  log: Log;
  clock?: Clock;
  /** Runs when the database is open and nothing has been answered yet. */
  prepare?(parts: { storage: Storage; shops: Shops; clock: Clock }): Promise<void>;
}

export interface RunningServer {
  port: number;
  shops: Shops;
  /** Ends streams, answers what is under way, closes the database and lets go of its lock. */
  stop(): Promise<void>;
}

const SECOND = 1000;
/** A stop that takes longer than this in spite of all is left to whoever ends the process, in ms. */
const LONGEST_STOP = 15 * SECOND;

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { settings, dev, demo, log, clock = () => new Date() } = options;
  const closing = createClosing();
  try {
    const health = createHealth(log, clock);
    const addresses = createAddresses(settings.trustedProxies, createProxyNotice(clock, log));
    const front = createFront({ health, note: addresses.note });
    const listener = await listen({
      port: options.port,
      spare: options.spare ?? 0,
      ...(dev ? { host: 'loopback' } : settings.host !== undefined && { host: settings.host }),
      answer: front.answer,
    });
    closing.add(() => listener.stop());
    log.info('listening', { port: listener.port });

    const { storage, pepper, postgres } = await openDatabase(settings.database, settings.pepper);
    closing.add(() => storage.close());
    const shared = postgres && (await openPostgresBus(postgres, log));
    closing.add(() => shared?.close());
    const meter = await observe({ settings, storage, log, clock, closing });
    const configs = options.shops();

    const mailbox = dev ? createMailbox(clock) : undefined;
    const smtp =
      !dev && settings.mail ? mailerOf(settings.mail, configs, { log, clock, meter }) : undefined;
    closing.add(() => smtp?.close());
    const sender = mailbox ?? smtp;
    const mailer = sender && meter.mailer(sender);

    const ending = createEnding({ log, cut: () => smtp?.close() });
    closing.add(() => ending.run());

    const own = dev || demo ? originsOf(listener.port) : [];
    const shops = createSetShops(
      createShops(configs, [...own, ...(options.origins ?? [])]),
      ...([storage.settings, log] as const),
    );
    await shops.reload();
    if (!shared) await takeOver({ storage, shops, clock, log });
    await options.prepare?.({ storage, shops, clock });

    const providers = await providersOf(configs, clock);
    const bus = shared ?? createLocalBus();
    closing.add(followSettings(bus, shops, log));
    const address = settings.address ?? (dev ? `http://localhost:${listener.port}` : undefined);
    const models = threadedModels({ storage, clock, log, closing });
    const backend = createBackend({
      ...providers,
      shops,
      storage,
      ...(mailer && { mailer }),
      bus,
      transport: createCookieTransport(),
      clock,
      clientAddress: addresses.of,
      log,
      pepper,
      hmac: nodeHmac,
      meter,
      models,
      ...chosenPorts(settings, address),
    });
    // While the last requests are answered: its streams would never end by themselves.
    ending.add('requests', () => {
      const stopped = listener.stop();
      return backend
        .close()
        .then(() => stopped)
        .then(() => backend.settled());
    });
    front.open(
      createSite({
        backend: backend.fetch,
        settled: () => backend.settled(),
        demo,
        ...(mailbox && { mailbox }),
        peer: addresses.peer,
        log,
      }),
    );

    const { ask, ...settlers } = createSettling({
      ...{ ...providers, mailer, storage, shops, bus, clock, log },
      keyring: createKeyring(pepper, nodeHmac),
    });
    // a shared database is open to the CLI as well
    if (!shared) {
      const socket = socketPathOf(settings.database);
      const questions = allQuestions({ storage, shops, bus, clock, settling: ask });
      const importer = importerOver({ storage, shops, clock });
      const admin = await startAdmin(socket, importer, log, questions);
      ending.add('imports', () => admin.stop());
    }
    const work = startWork({
      ...{ storage, isShared: shared !== undefined, shops, settlers, models },
      ...{ mailer, meter, clock, log, dev },
    });
    ending.add('jobs', () => work.stop());
    closing.add(() => ending.run());
    health.ready(storage);
    log.info('started', { port: listener.port, dev, demo });
    return {
      port: listener.port,
      shops,
      async stop() {
        health.stopping();
        await drained(settings.drainSeconds);
        if (await inTime(LONGEST_STOP, closing.run())) log.info('stopped');
        else log.info('stop_given_up');
      },
    };
  } catch (error) {
    await closing.run();
    throw error;
  }
}

/** Balancers ask every few seconds: until they have, they go on sending shoppers here. */
const drained = (seconds: number): Promise<void> => setTimeout(seconds * 1000);

/** A page of this server, by each name that its machine has for itself. */
const originsOf = (port: number): string[] =>
  ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${port}`);
