import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { plainWebhooks } from '../config/plain-webhooks.ts';
import type { ShopConfig } from '../config/shop-schema.ts';
import { createLog, logLevels, type LogLevel } from '../drivers/log.ts';
import { findPackageFiles } from '../package-files.ts';
import { startServer } from '../start.ts';
import { banner } from './banner.ts';
import { fillFromFolder, fillWithSample, type Fill } from './fill.ts';
import type { SampleCustomer } from './sample-customers.ts';
import { sampleConversations } from './sample-conversations.ts';
import { sampleStaff } from './sample-staff.ts';
import { chooseTarget, type TargetFlags } from './target.ts';
import { CommandFailure, exits, say, type Terminal } from './terminal.ts';

export interface ServeFlags extends TargetFlags {
  port?: number;
  dev?: boolean;
  shop?: string;
  origin?: string[];
}

/** So many ports above the usual one are tried when nobody has named one. */
const SPARE_PORTS = 20;

/** Serves until the process is asked to stop. */
export async function serve(flags: ServeFlags, terminal: Terminal): Promise<void> {
  const target = chooseTarget(flags, terminal);
  const { dev = false, demo = false, data } = flags;
  const port = flags.port ?? portIn(terminal.environment('PORT'));
  const fill: Fill | undefined =
    data !== undefined
      ? fillFromFolder({ ...flags, data }, terminal)
      : target.demo
        ? fillWithSample
        : undefined;
  const stopping = new Promise<void>((resolve) => terminal.onStop(resolve));
  const log = createLog((line) => void terminal.stderr.write(line), undefined, {
    level: levelFor(target.settings.logLevel, terminal, dev),
  });
  terminal.onCrash((error) => log.error('crashed', error));
  let customers: readonly SampleCustomer[] = [];
  let colleague: string | undefined;

  const server = await startServer({
    settings: target.settings,
    shops: () => encrypted(target.shops(), dev),
    dev,
    demo,
    port: port ?? target.settings.port,
    spare: port === undefined && target.demo ? SPARE_PORTS : 0,
    origins: flags.origin ?? [],
    log,
    async prepare(parts) {
      customers = (await fill?.(parts)) ?? [];
      if (!dev || !target.demo) return;
      colleague = await sampleStaff(parts);
      await sampleConversations(parts);
    },
  });
  try {
    const url = `http://localhost:${server.port}`;
    if (port === undefined && server.port !== target.settings.port)
      say(terminal, `Port ${target.settings.port} is busy; this is port ${server.port}.`);
    if (dev || demo)
      say(terminal, banner({ url, shops: server.shops.all(), customers, colleague, dev, demo }));
    if (!existsSync(join(findPackageFiles().widget, 'front-desk.js')))
      terminal.stderr.write(
        'The widget is not built: /front-desk.js is missing. Run npm run build.\n',
      );
    say(terminal, `ready ${url}/`);
    await stopping;
  } finally {
    await server.stop();
  }
}

/** LOG_LEVEL wins. Before somebody's eyes a development server tells what went wrong, no more. */
function levelFor(
  configured: LogLevel | undefined,
  { environment, stderr }: Terminal,
  dev: boolean,
): LogLevel {
  const wanted = environment('LOG_LEVEL') || configured;
  if (wanted === undefined) return dev && stderr.isTTY === true ? 'error' : 'info';
  const level = logLevels.find((each) => each === wanted);
  if (!level)
    throw new CommandFailure(
      `LOG_LEVEL is "${wanted}". It is one of ${logLevels.join(', ')}.`,
      exits.usage,
    );
  return level;
}

/** Customers' data leave this machine encrypted; what a developer listens with need not. */
function encrypted(shops: readonly ShopConfig[], dev: boolean): readonly ShopConfig[] {
  const [plain] = plainWebhooks(shops);
  if (dev || plain === undefined) return shops;
  throw new CommandFailure(
    `A webhook goes to ${plain}. Use https there, or serve with --dev.`,
    exits.usage,
  );
}

function portIn(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new CommandFailure(`PORT is "${text}". A port is a number from 0 to 65535.`, exits.usage);
  return port;
}
