/** The second lock behind the rule that nobody logs what a shopper wrote. */

/** Fields of these names are never told, whoever hands them over. */
export const secretNames = [
  ...['address', 'authorization', 'body', 'contact', 'cookie', 'email', 'from', 'ip', 'key'],
  ...['mail', 'message', 'name', 'password', 'pepper', 'phone', 'secret', 'subject', 'text'],
  ...['to', 'token', 'url'],
];

type Field = string | number | boolean;

/** Ids, codes and names of ours pass; a text of any other shape is somebody's. */
export const redacted = (fields: Record<string, Field>): Record<string, Field> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value !== 'string' || isPlain(value) ? value : '[redacted]',
    ]),
  );

/**
 * One word in ASCII that is shorter than a token of ours (43), no run of five digits or more, as
 * a code or a phone number would be, and no key of a payment provider.
 */
export const isPlain = (text: string): boolean =>
  /^[A-Za-z0-9][\w.:/-]{0,39}$/.test(text) && !/^([\d.:/-]{5,}$|(sk|rk|whsec)_)/.test(text);
