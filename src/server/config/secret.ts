import { z } from 'zod';

/** A text that must not be guessed; its length is looked at after ${NAME} has been filled in. */
export const secret = (least: number) =>
  z.string().refine((text) => text.length >= least, `Too short. Use at least ${least} characters.`);
