/** What a desk at this address keeps beyond its page, by its names. */
export const keptOf = (api: string): string[] =>
  Object.keys(localStorage).filter((key) => key.includes(api));

/** Takes it away. Test pages that run side by side have one storage: what is another's stays. */
export function forgetKept(api: string): void {
  for (const key of keptOf(api)) localStorage.removeItem(key);
}
