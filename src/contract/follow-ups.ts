import { z } from 'zod';

/** A shop's own words, by language: `en`, `de-AT`. The first stands for those that are not there. */
export const ShopWords = z
  .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.string().min(1).max(120))
  .meta({ id: 'ShopWords' });
export type ShopWords = z.infer<typeof ShopWords>;

const name = z.string().regex(/^[a-z0-9_]{1,40}$/);

/** What a shop asks further about a reason. Nobody has to answer. */
export const FollowUp = z
  .strictObject({
    id: name,
    question: ShopWords,
    answers: z
      .array(z.strictObject({ id: name, text: ShopWords }))
      .min(2)
      .max(8),
  })
  .meta({ id: 'FollowUp' });
export type FollowUp = z.infer<typeof FollowUp>;

/** What was answered: follow-up to answer, by their ids. */
export const FollowUpAnswers = z.record(name, name).meta({ id: 'FollowUpAnswers' });
export type FollowUpAnswers = z.infer<typeof FollowUpAnswers>;
