/**
 * What people type and what a shop has stored differ in case, blanks and punctuation. Keys are
 * what is compared; they are made here alone, so that both sides always agree.
 */

export const emailKey = (email: string): string => email.normalize('NFC').trim().toLowerCase();

/** Whose mailbox it is: what stands behind a + sorts mail that comes to the same one. */
export const mailboxKey = (email: string): string => emailKey(email).replace(/\+[^@]*(?=@)/, '');

/** Digits with country code where one was written: +31 6 12, 0031612 and 31612 are one number. */
export function phoneKey(phone: string): string {
  const international = /^\s*(\+|00)/.test(phone);
  // +44 (0)20: the zero in brackets is only dialled at home
  const written = international ? phone.replace(/\(0\)/, '') : phone;
  return written.replace(/\D/g, '').replace(/^00/, '');
}

/** "#AL-1043", "al-1043" and "AL - 1043" are one order. */
export const orderNumberKey = (number: string): string =>
  number.normalize('NFKC').replace(/\s/g, '').replace(/^#+/, '').toLowerCase();

/** Carriers print their numbers in groups. */
export const trackingNumberKey = (number: string): string =>
  number
    .normalize('NFKC')
    .replace(/[\s.-]/g, '')
    .toUpperCase();
