import type { BackendPorts } from '../backend/ports.ts';
import type { Settings } from './config/load.ts';
import { createHttpScan } from './drivers/http-scan.ts';
import { createPasskeyProofs } from './drivers/passkey-proofs.ts';

type Chosen = Pick<
  BackendPorts,
  'consoleAddress' | 'passkeyProofs' | 'scanFile' | 'streamLimits' | 'requestLimits' | 'eventLimits'
>;

/** What the backend has only where the config says so; `address` is where the server is reached. */
export const chosenPorts = (
  settings: Pick<Settings, 'scanner' | 'streams' | 'requests' | 'events'>,
  address: string | undefined,
): Chosen => ({
  ...(address !== undefined && {
    consoleAddress: () => `${address}/console`,
    passkeyProofs: createPasskeyProofs(),
  }),
  ...(settings.scanner && { scanFile: createHttpScan(settings.scanner) }),
  ...(settings.streams && { streamLimits: settings.streams }),
  ...(settings.requests && { requestLimits: settings.requests }),
  ...(settings.events && { eventLimits: settings.events }),
});
