/**
 * Codes of RFC 3463 and its registry that speak of the recipient's address or mailbox; whatever else is
 * said beside them comes from a server further on.
 */
const OF_THE_RECIPIENT = /^5\.(1\.([0-6]|10)|2\.\d)$/;

/**
 * Those that speak of the sender's address (1.7, 1.8), its sign-in (7.8, 7.9, 7.11), what its domain says of
 * its mails (7.20 to 7.27); and Exchange's own of whom it lets send and pass on.
 */
const OF_US = /^5\.(1\.[78]|2\.252|7\.([89]|11|2[0-7]|54|57|60|64))$/;

/** 5.7.1 says "policy" and no more, and many servers give no code: then their words have to tell. */
const WORDS_OF_US = [
  // it passes on nothing from us
  /\brelay(ing)?( access)? (is )?(denied|rejected|refused|prohibited|not (permitted|allowed|authori[sz]ed))\b/,
  /\b(unable|not (permitted|allowed|authori[sz]ed)) to relay\b/,
  /\b(do|does|will) not relay\b/,
  /\bcredentials for relay\b/,
  /\ballowed rcpthosts\b/,
  // it knows this machine, and does not want it
  /\bclient host( \[[^\]]*\])? (rejected|blocked)\b/,
  /\bhelo command rejected\b/,
  // nor our sender
  /\bsender address rejected\b/,
  /\bsender verify failed\b/,
  /\bunauthenticated senders? not allowed\b/,
  /\bdoes not match a verified sender\b/,
  /\bemail address is not verified\b/,
  // nor what our account may do
  /\bnot authori[sz]ed to perform\b/,
  /\bsending (is )?(paused|suspended|disabled)\b/,
  /\bdaily (user )?sending (limit|quota) exceeded\b/,
];

/**
 * Whether a 5xx at a recipient or a text is meant for whoever sends, whatever the mail: a server often says
 * only there that it passes nothing on from us.
 */
export function isOfSender(response: string): boolean {
  const { code, words } = read(response);
  if (code !== undefined && OF_THE_RECIPIENT.test(code)) return false;
  if (code !== undefined && OF_US.test(code)) return true;
  return WORDS_OF_US.some((one) => one.test(words));
}

/** Each line of an answer begins with the code, and often with the enhanced one again. */
function read(response: string): { code: string | undefined; words: string } {
  const lines = response
    .split(/\r?\n/)
    .map((line) => /^\d{3}[ -]?(\d\.\d+\.\d+)?\s*(.*)$/.exec(line));
  const words = lines.map((line) => line?.[2]).join(' ');
  return { code: lines[0]?.[1], words: words.toLowerCase() };
}
