/** Of a day as a date field has it (2026-11-28), where the browser is: its first moment. */
export const dayStart = (day: string): string | undefined => momentOf(day, 0);

/** The first moment after it. */
export const dayEnd = (day: string): string | undefined => momentOf(day, 1);

function momentOf(day: string, after: number): string | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return undefined;
  return new Date(year, month - 1, date + after).toISOString();
}
