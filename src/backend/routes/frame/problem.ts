import { problems, type Problem, type ProblemCode } from '../../../contract/problems.ts';
import type { Refusal } from '../../services/refusal.ts';

/** A refusal as it goes over the wire: RFC 9457. */
export function problemOf({ refused, errors, triesLeft, retryAfter }: Refusal): Problem {
  const [status, detail] = problems[refused];
  return {
    type: `urn:front-desk:problem:${refused}`,
    title: titleOf(refused),
    status,
    code: refused,
    detail,
    ...(errors?.length && { errors }),
    ...(triesLeft !== undefined && { triesLeft }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

/** A response that still knows its code, for who counts them. */
export type ProblemResponse = Response & { code: ProblemCode };

export function problemResponse(refusal: Refusal, headers: Headers): ProblemResponse {
  const problem = problemOf(refusal);
  headers.set('Content-Type', 'application/problem+json');
  headers.set('Cache-Control', 'no-store');
  if (problem.retryAfter !== undefined) headers.set('Retry-After', String(problem.retryAfter));
  if (problem.status === 401) headers.set('WWW-Authenticate', 'Bearer realm="front-desk"');
  const response = new Response(JSON.stringify(problem), { status: problem.status, headers });
  return Object.assign(response, { code: problem.code });
}

const titleOf = (code: string): string => {
  const words = code.replaceAll('_', ' ');
  return words[0]!.toUpperCase() + words.slice(1);
};
