import { statSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Reading, Registry } from './registry.ts';

/** How often the loop is asked, in ms. */
const STEP = 10;
const NANO = 1e9;
const MICRO = 1e6;

/** What the process and its machine say of themselves. Call the answer when it is over. */
export function measureProcess(registry: Registry, version: string): () => void {
  const delay = monitorEventLoopDelay({ resolution: STEP });
  delay.enable();
  registry.facts('gauge', 'front_desk_info', 'Always 1; the labels tell the versions', () => [
    [1, { version, node: process.versions.node }],
  ]);
  registry.facts(
    'gauge',
    'front_desk_event_loop_lag_seconds',
    'How late the event loop was since the last reading',
    () => {
      const readings = [0.5, 0.99, 1].map((quantile): Reading => [
        // what is sampled is the whole step, the wanted one included
        Math.max(0, delay.percentile(quantile * 100) / NANO - STEP / 1000),
        { quantile: String(quantile) },
      ]);
      delay.reset();
      return readings;
    },
  );
  registry.facts('gauge', 'process_resident_memory_bytes', 'Memory the process holds', () => [
    [process.memoryUsage.rss()],
  ]);
  registry.facts('counter', 'process_cpu_seconds_total', 'Processor time used', () => {
    const { user, system } = process.cpuUsage();
    return [[(user + system) / MICRO]];
  });
  const started = Date.now() / 1000 - process.uptime();
  registry.facts('gauge', 'process_start_time_seconds', 'When the process began, Unix time', () => [
    [started],
  ]);
  return () => delay.disable();
}

/** How large the embedded database has grown; its files are looked at, never opened. */
export function measureFile(registry: Registry, file: string): void {
  const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  registry.facts(
    'gauge',
    'front_desk_database_bytes',
    'Size of the embedded database’s files',
    () => [
      [sizeOf(file), { file: 'main' }],
      [sizeOf(`${file}-wal`), { file: 'wal' }],
    ],
  );
}
