import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

export interface Progress {
  /** @param done of the total that the progress was started with */
  tell(done: number): void;
  stop(): void;
}

const silent: Progress = { tell: () => undefined, stop: () => undefined };

/** A bar where somebody looks at it; nothing in a pipe or a log. */
export function startProgress(total: number, unit: string, { stderr }: Terminal): Progress {
  if (!stderr.isTTY) return silent;
  const bar = new SingleBar(
    {
      stream: stderr,
      format: `{bar} {percentage} %  {value} of {total} ${unit}  {eta_formatted} left`,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 50,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { tell: (done) => bar.update(Math.min(done, total)), stop: () => bar.stop() };
}
