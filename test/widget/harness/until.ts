/** Not a frame: a page that is tested beside another one is not drawn. */
export const nextLook = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A test has a minute; what has not come by now is told before it is over. */
const PATIENCE = 40_000;

/** Looks again and again until it is so; `seen`: what there is instead. */
export async function until(
  what: string,
  isSo: () => unknown,
  seen?: () => string | undefined,
): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`never came: ${what}; there is ${seen?.()}`);
    await nextLook();
  }
}
