import { deep } from './deep.ts';

/**
 * What is promised in so many seconds is held to them where the full numbers are asked for. Beside
 * other suites, on whatever machine, it only has to come: there a clock would measure the machine.
 */
export const within = (seconds: number): { timeout?: number } =>
  deep ? { timeout: seconds * 1000 } : {};
