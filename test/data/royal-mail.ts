/** A tracking number as the Universal Postal Union's S10 writes it, with its check digit. */
export function royalMailNumber(serial: number): string {
  const digits = String(serial % 100_000_000).padStart(8, '0');
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = 11 - (sum % 11);
  return `RM${digits}${check === 10 ? 0 : check === 11 ? 5 : check}GB`;
}
