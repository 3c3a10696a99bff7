/** Tomorrow at nine, where the reader is. */
export function tomorrow(): string {
  const until = new Date();
  until.setDate(until.getDate() + 1);
  until.setHours(9, 0, 0, 0);
  return until.toISOString();
}
