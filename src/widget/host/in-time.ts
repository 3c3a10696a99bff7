/** What comes, while nobody has given it up. */
export const inTime = <T>(coming: Promise<T>, giveUp: AbortSignal): Promise<T> =>
  Promise.race([
    coming,
    new Promise<never>((_, fail) => {
      giveUp.addEventListener('abort', () => fail(giveUp.reason as Error));
    }),
  ]);
