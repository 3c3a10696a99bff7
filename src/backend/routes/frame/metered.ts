import type { Meter } from '../../ports.ts';
import type { ProblemResponse } from './problem.ts';

/** Tells the meter of an answer once it begins; a stream goes on after that. */
export async function metered(
  meter: Meter | undefined,
  route: string,
  work: () => Promise<Response> | Response,
): Promise<Response> {
  if (!meter) return work();
  const began = performance.now();
  const response = await work();
  meter.answered({
    route,
    status: response.status,
    seconds: (performance.now() - began) / 1000,
    ...('code' in response && { code: (response as ProblemResponse).code }),
  });
  return response;
}
