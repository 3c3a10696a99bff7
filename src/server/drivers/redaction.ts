import { logFields, type LogFields } from '../../backend/ports/log.ts';

/** The second lock behind the rule that nobody logs what a shopper wrote. */
const known: readonly string[] = logFields;

/**
 * Of the fields that the log knows, ids, codes and names of ours pass; a text of any other shape is
 * somebody's, and so is whatever stands in another field.
 */
export const redacted = (fields: LogFields): LogFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      known.includes(name) && (typeof value !== 'string' || isPlain(value)) ? value : '[redacted]',
    ]),
  );

/**
 * One word in ASCII that is shorter than a token of ours (43), no run of five digits or more, as
 * a code or a phone number would be, and no key of a payment provider.
 */
export const isPlain = (text: string): boolean =>
  /^[A-Za-z0-9][\w.:/-]{0,39}$/.test(text) && !/^([\d.:/-]{5,}$|(sk|rk|whsec)_)/.test(text);

/** What Postgres calls its errors by (SQLSTATE), which may be digits alone; our codes have six. */
export const isSqlState = (code: string): boolean => /^[0-9A-Z]{5}$/.test(code);
