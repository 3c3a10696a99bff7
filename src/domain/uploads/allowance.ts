/** How much one of them may send in a stretch of time. */
export interface Allowance {
  files: number;
  bytes: number;
}

const MIB = 1024 * 1024;

/**
 * A day's. A customer: some returns with all their pictures, and no store for films. Who is not known:
 * what a question takes. Somebody of the shop answers many.
 */
export const daily: Readonly<Record<'customer' | 'session' | 'staff', Allowance>> = {
  customer: { files: 60, bytes: 60 * MIB },
  session: { files: 20, bytes: 20 * MIB },
  staff: { files: 300, bytes: 300 * MIB },
};

/** Of those who are not known, from one network, whatever they call themselves; an office shares one. */
export const fromNetwork = [{ most: 120, seconds: 24 * 60 * 60 }];

/** How long a file waits for something that names it, and how far back a day reaches. Hours. */
export const DAY_HOURS = 24;
