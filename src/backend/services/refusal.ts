import type { z } from 'zod';
import type { FieldError, ProblemCode } from '../../contract/problems.ts';

/** A no, as a value: its code, and what helps to act on it. */
export interface Refusal<Code extends ProblemCode = ProblemCode> {
  refused: Code;
  errors?: z.infer<typeof FieldError>[];
  triesLeft?: number;
  /** Seconds. */
  retryAfter?: number;
}

export const refuse = <Code extends ProblemCode>(
  code: Code,
  more: Omit<Refusal, 'refused'> = {},
): Refusal<Code> => ({ refused: code, ...more });

export const isRefusal = <Value extends object>(
  value: Value,
): value is Extract<Value, { refused: ProblemCode }> => 'refused' in value;

/** Whole seconds from one moment to a later one, at least one: a wait of none is no wait. */
export const secondsUntil = (later: string, now: Date): number =>
  Math.max(1, Math.ceil((Date.parse(later) - now.getTime()) / 1000));
