/** How much one customer may send in a stretch of time. */
export interface Allowance {
  files: number;
  bytes: number;
}

/** A day's: some returns with all their pictures, and no store for films. */
export const daily: Allowance = { files: 60, bytes: 60 * 1024 * 1024 };

/** How long a file waits for something that names it, and how far back a day reaches. Hours. */
export const DAY_HOURS = 24;
