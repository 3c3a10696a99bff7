import { z } from 'zod';
import { OrderActions } from './actions.ts';
import { Hours } from './desk.ts';
import { Policy } from './policy.ts';
import { Id, Instant } from './primitives.ts';
import { LONGEST_TOLD } from './setting-limits.ts';

/** What of a shop its admins set in the console; each is saved by itself. */
export const settingNames = ['policy', 'answering', 'brand'] as const;
export const SettingName = z.enum(settingNames).meta({ id: 'SettingName' });
export type SettingName = z.infer<typeof SettingName>;

export const OpeningHours = z
  .strictObject(Hours.shape)
  .refine(({ opens, closes }) => opens < closes, {
    path: ['closes'],
    error: 'Closes before it opens. Split hours that run over midnight in two.',
  })
  .describe('One stretch of opening hours in the shop’s time zone');

const Minutes = z.int().min(1).max(10_080);

/** When people answer, within what time, and who. */
export const AnsweringSetting = z
  .strictObject({
    hours: z.array(OpeningHours).max(14).describe('None: at any time'),
    answerWithin: z
      .strictObject({ first: Minutes, next: Minutes })
      .optional()
      .describe('Minutes of these hours: a first question, and a later one'),
    assign: z.enum(['by_hand', 'round_robin']),
  })
  .meta({ id: 'AnsweringSetting' });
export type AnsweringSetting = z.infer<typeof AnsweringSetting>;

export const BrandSetting = z
  .strictObject({
    accent: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i)
      .optional()
      .describe('Brand colour, as in #24523f'),
    radius: z.int().min(0).max(20).optional().describe('Corner radius in px'),
  })
  .meta({ id: 'BrandSetting' });
export type BrandSetting = z.infer<typeof BrandSetting>;

/** A policy as JSON of docs/api/policy.schema.json; absent: shoppers settle nothing by themselves. */
const PolicyJson = z.looseObject({});

const version = z.int().min(0).describe('0: as in the config');
const kept = <Value extends z.ZodType>(value: Value) =>
  z.object({
    version,
    value,
    at: Instant.optional().describe('When it was saved; absent: never, it is the config’s'),
    by: z.string().max(80).optional(),
  });

export const ShopSettings = z
  .object({
    shop: Id,
    currency: z.string().max(3),
    timeZone: z.string().max(64),
    origins: z.array(z.string().max(300)).max(110),
    policy: kept(PolicyJson.optional()),
    answering: kept(AnsweringSetting),
    brand: kept(z.object({ accent: z.string().max(64).optional(), radius: z.int().optional() })),
  })
  .meta({ id: 'ShopSettings' });
export type ShopSettings = z.infer<typeof ShopSettings>;

/** What a form is made of. */
export const PolicyForm = z
  .object({
    schema: PolicyJson.describe('JSON Schema of a policy'),
    presets: z.record(z.string().max(40), PolicyJson).describe('Policies to begin with, by name'),
  })
  .meta({ id: 'PolicyForm' });
export type PolicyForm = z.infer<typeof PolicyForm>;

/** What a save begins from: another one meanwhile makes it a refusal. */
const from = { version };
export const PolicySave = z
  .strictObject({ ...from, value: Policy.nullable() })
  .meta({ id: 'PolicySave' });
export const AnsweringSave = z
  .strictObject({ ...from, value: AnsweringSetting })
  .meta({ id: 'AnsweringSave' });
export const BrandSave = z.strictObject({ ...from, value: BrandSetting }).meta({ id: 'BrandSave' });

export const SettingSaved = z
  .object({
    version,
    changes: z
      .array(
        z.object({
          pointer: z.string().max(500).describe('JSON pointer of the field'),
          before: z
            .string()
            .max(LONGEST_TOLD)
            .optional()
            .describe('As JSON; absent: it was not there'),
          after: z.string().max(LONGEST_TOLD).optional().describe('As JSON; absent: it is gone'),
        }),
      )
      .max(500),
  })
  .meta({ id: 'SettingSaved' });
export type SettingSaved = z.infer<typeof SettingSaved>;

export const PolicyTrial = z
  .strictObject({
    value: Policy.nullable(),
    number: z
      .string()
      .max(64)
      .optional()
      .describe('Of the order, as printed; absent: the newest there is'),
  })
  .meta({ id: 'PolicyTrial' });
export type PolicyTrial = z.infer<typeof PolicyTrial>;

/** What a policy would mean for one order, beside what is so now; absent: nothing can be done. */
export const PolicyPreview = z
  .object({
    number: z.string().max(64),
    orders: z.array(z.string().max(64)).max(20).describe('Numbers of the newest, to choose from'),
    before: OrderActions.optional(),
    after: OrderActions.optional(),
  })
  .meta({ id: 'PolicyPreview' });
export type PolicyPreview = z.infer<typeof PolicyPreview>;
