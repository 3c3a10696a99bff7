import type { z } from 'zod';
import type { FieldError } from '../../../contract/problems.ts';

type Fault = z.infer<typeof FieldError>;
type Issue = z.core.$ZodIssue;

const MAX_ERRORS = 50;

/** Validation issues as JSON pointers a form can put beside its fields. */
export const faultsOf = (issues: readonly Issue[]): Fault[] =>
  issues.flatMap((issue) => faultsIn(issue)).slice(0, MAX_ERRORS);

function faultsIn(issue: Issue, above: PropertyKey[] = []): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      pointer: pointerTo([...path, key]),
      detail: 'This field is not known.',
    }));
  if (issue.code === 'invalid_union') return faultsOfUnion(issue.errors, path);
  return [{ pointer: pointerTo(path), detail: detailOf(issue) }];
}

/**
 * Of several shapes the one that was meant is the one with the fewest strange and missing fields.
 * Where two are as near, what both refuse is told, and which fields would decide.
 */
function faultsOfUnion(options: readonly (readonly Issue[])[], path: PropertyKey[]): Fault[] {
  const strangeness = (issues: readonly Issue[]): number =>
    issues.reduce(
      (sum, issue) =>
        sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : isMissing(issue) ? 1 : 0),
      0,
    );
  const least = Math.min(...options.map(strangeness));
  const nearest = options.filter((issues) => strangeness(issues) === least);
  const [only] = nearest;
  if (!only) return [{ pointer: pointerTo(path), detail: 'This value has another form.' }];
  if (nearest.length === 1) return only.flatMap((issue) => faultsIn(issue, path));
  const told = nearest.map((issues) => issues.flatMap((issue) => faultsIn(issue, path)));
  const inAll = told[0]!.filter(({ pointer }) =>
    told.every((faults) => faults.some((fault) => fault.pointer === pointer)),
  );
  const missing = nearest.flatMap((issues) =>
    issues.filter(isMissing).map(({ path: [key] }) => String(key)),
  );
  const deciding = missing.filter(
    (key) => !inAll.some(({ pointer }) => pointer === pointerTo([...path, key])),
  );
  return deciding.length
    ? [
        ...inAll,
        { pointer: pointerTo(path), detail: `One of these is needed: ${deciding.join(', ')}.` },
      ]
    : inAll.length
      ? inAll
      : told[0]!;
}

const isMissing = (issue: Issue): boolean =>
  issue.path.length > 0 && issue.message.endsWith('received undefined');

/** A pattern is for machines; every other message of the schemas can be read. */
const detailOf = (issue: Issue): string =>
  isMissing(issue)
    ? 'Required.'
    : issue.code === 'invalid_format' && issue.format === 'regex'
      ? 'This value has another form.'
      : issue.message;

export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
