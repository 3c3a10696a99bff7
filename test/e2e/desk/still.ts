import type { Locator } from '@playwright/test';

/**
 * Once nothing moves in it any more. A room comes in from the side, where nothing moves too: in its
 * first picture. What gives way meanwhile is not waited for.
 */
export const still = (holder: Locator) =>
  holder.evaluate(async (element) => {
    const moving = element.getAnimations({ subtree: true });
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
