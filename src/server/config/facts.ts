/** Whether what a merchant wrote names a thing of the world. */

export function isTimeZone(name: string): boolean {
  // Offsets pass Intl in newer runtimes, but they know no summer time.
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export const isCurrency = (code: string): boolean =>
  Intl.supportedValuesOf('currency').includes(code);

const onThisMachine = /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/;

/** Exactly what a browser sends as Origin. Plain http only where browsers call it secure. */
export function isShopOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  return (
    origin === text &&
    (protocol === 'https:' || (protocol === 'http:' && onThisMachine.test(hostname)))
  );
}

/** Where webhooks may be sent: https, or this machine. */
export function isWebhookUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  const plain = protocol === 'http:' && isOnThisMachine(text);
  return (protocol === 'https:' || plain) && !username && !password && !hash;
}

export const isOnThisMachine = (url: string): boolean => onThisMachine.test(new URL(url).hostname);
