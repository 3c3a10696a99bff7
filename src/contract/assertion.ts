import { z } from 'zod';
import { Email, Id, Phone } from './primitives.ts';

const seconds = z.number().min(0).max(253_402_300_799).describe('Seconds since 1970');
/** What does not fit is left out: a strange name must not keep anybody from signing in. */
const ifFit = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
// a NUL or half a surrogate pair cannot be kept as it came
const keeps = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);
const name = z.string().trim().min(1).max(240).refine(keeps);

/** What a token of the shop's own login says. Further claims are not read. */
export const AssertionClaims = z
  .object({
    sub: Id.refine(keeps).describe('The shop’s own customer id'),
    jti: Id.refine(keeps).describe('A random value; a token serves once'),
    exp: seconds.describe('At most five minutes from now'),
    iat: seconds.optional(),
    auth_time: seconds
      .optional()
      .describe(
        'When the shopper signed in at the shop, as its session knows; left out, the token is no fresh proof',
      ),
    iss: z.string().max(255).optional(),
    name: ifFit(name),
    given_name: ifFit(name),
    family_name: ifFit(name),
    email: ifFit(Email),
    email_verified: ifFit(z.boolean()).describe('Without it the address is not kept'),
    phone_number: ifFit(Phone),
  })
  .meta({ id: 'AssertionClaims' });
export type AssertionClaims = z.infer<typeof AssertionClaims>;
