import { z } from 'zod';
import { reasons, type Reason } from './reasons.ts';

/** Why something is not allowed is a refusal too. */
function forReasons() {
  const told = Object.entries(reasons).map(([code, detail]) => [code, [409, detail]]);
  return Object.fromEntries(told) as Record<Reason, readonly [409, string]>;
}

/**
 * Every way the backend says no, with its HTTP status. A code is a promise: it may be added,
 * never renamed. The sentence tells the reader what to do next; the panel has its own words.
 */
export const problems = {
  malformed_json: [400, 'The body is not valid JSON. Send one JSON object.'],
  invalid_request: [400, 'A parameter is missing or wrong. See errors.'],
  shop_required: [400, 'This backend serves several shops. Name one with ?shop=.'],
  idempotency_key_missing: [
    400,
    'Send an Idempotency-Key header: one new random value for each wish.',
  ],
  proof_invalid: [
    400,
    'The DPoP proof is missing, wrong, too old or used before. Make a new one, by the time in the Date header.',
  ],
  unauthenticated: [
    401,
    'The access token is missing, wrong or expired. Refresh the session or sign in.',
  ],
  assertion_invalid: [
    401,
    'The shop’s login was not accepted. Sign in at the shop again, or ask for a code.',
  ],
  signature_invalid: [
    401,
    'The signature does not match the body, or is not of now. See errors, or check the webhook secret.',
  ],
  code_required: [403, 'This needs a code. Ask for one with POST /v1/identity/challenges.'],
  step_up_required: [
    403,
    'This needs a proof younger than 10 minutes. Ask for a code with {"self":true} at POST /v1/identity/challenges, or send a new assertion; in the console, sign in again.',
  ],
  origin_not_allowed: [
    403,
    'This page may not use this shop. Add its origin to the shop’s origins.',
  ],
  role_required: [403, 'Your role may not do this. Ask somebody who leads.'],
  header_required: [403, 'Send the header X-Front-Desk: 1 with this request.'],
  shop_mismatch: [403, 'This session belongs to another shop. Sign in at this one.'],
  local_only: [
    403,
    'This page answers only on this machine. Open it on localhost, without a proxy.',
  ],
  not_found: [404, 'There is nothing here. Check the address.'],
  shop_not_found: [404, 'No shop of this name. Check data-shop.'],
  order_not_found: [
    404,
    'No order matches. Check the number and the e-mail or phone it was placed with.',
  ],
  method_not_allowed: [405, 'This address does not take that method. See the Allow header.'],
  idempotency_in_flight: [
    409,
    'The same request is still running. Wait, then ask again with the same key.',
  ],
  challenge_used: [409, 'This code has been used. Ask for a new one.'],
  link_over: [410, 'This link is over or has been used. Ask for a new one.'],
  challenge_expired: [410, 'This code has expired. Ask for a new one.'],
  ...forReasons(),
  quote_changed: [409, 'The sums are others by now. Ask for a new quote and show it first.'],
  quote_expired: [410, 'This quote is too old. Ask for a new one.'],
  quote_invalid: [422, 'This quote is not for this request. Ask for one with the same body.'],
  insufficient_balance: [409, 'There is not enough on it. Choose another payment method.'],
  payment_method_refused: [409, 'This cannot be settled that way. Choose another payment method.'],
  variant_unavailable: [409, 'That variant cannot be had now. Choose another.'],
  photo_required: [422, 'A picture of it is asked for. Add one to its line.'],
  upload_not_found: [422, 'A picture is not there any more, or used already. Send it again.'],
  card_not_found: [
    422,
    'An order, a return or a product is not there, or not this shopper’s. Take it out, then send it again.',
  ],
  return_moved_on: [409, 'The return is past that by now. Read it again.'],
  gift_taken: [409, 'Somebody else gives this one already. Choose another.'],
  wishlist_full: [409, 'There are as many wishes as there may be. Take some away first.'],
  too_many_wishlists: [409, 'There are as many lists as there may be. Delete one first.'],
  answered_meanwhile: [409, 'A colleague has answered meanwhile. Read it, then send yours.'],
  too_many_replies: [409, 'There are as many saved replies as there may be. Delete one first.'],
  passkeys_unavailable: [
    422,
    'This server takes no passkeys: it needs "address" in its config, with a name that is no IP.',
  ],
  passkey_refused: [422, 'The passkey is unknown here, or its answer is too old. Try again.'],
  too_many_passkeys: [409, 'There are as many passkeys as there may be. Remove one first.'],
  last_second_factor: [409, 'It is the only way to sign in. Add another one first.'],
  setting_changed_meanwhile: [
    409,
    'Somebody has saved this meanwhile. Read it again, then make your change in that.',
  ],
  staff_not_found: [422, 'Nobody of this shop has this id. See GET /v1/staff.'],
  undo_over: [409, 'It is too late to take this back. Ask the shop.'],
  key_refused: [409, 'This session takes no key. Sign in again, then bind it at once.'],
  payload_too_large: [413, 'The body is too large. Send less at once.'],
  file_too_large: [413, 'The file is over 5 MB. Make it smaller, then send it again.'],
  unsupported_media_type: [415, 'The body is of another type. Send application/json.'],
  file_type_refused: [
    415,
    'Files of this type are not taken. Send a JPEG, PNG or WebP picture, or a PDF.',
  ],
  file_not_as_said: [
    422,
    'The file is broken, or of another type than it says. Save it as a JPEG, then send that.',
  ],
  file_refused: [422, 'The shop’s check of files does not let this one in. Send another.'],
  validation_failed: [422, 'Some fields are wrong. See errors; nothing was changed.'],
  topic_not_taken: [
    422,
    'This address does not take that X-Shopify-Topic. Send it to orders, products or customers.',
  ],
  wrong_code: [422, 'The code does not match. Check it and try again.'],
  idempotency_key_reused: [
    422,
    'This Idempotency-Key came with another body before. Use a new key.',
  ],
  channel_unavailable: [422, 'The shop cannot send codes this way. See contact in GET /v1/desk.'],
  too_many_tries: [
    429,
    'Too many wrong codes. Ask for a new one, after Retry-After where there is one.',
  ],
  too_many_files: [
    429,
    'That is as much as may be sent in a day. Wait as long as Retry-After says, or ask the shop.',
  ],
  too_many_messages: [
    429,
    'That is as much as may be written at once. Wait as long as Retry-After says, then send it again.',
  ],
  too_many_requests: [429, 'Too many requests. Wait as long as Retry-After says.'],
  internal: [500, 'Something broke on our side. Nothing was changed; try again.'],
  unavailable: [503, 'The shop’s system is not answering. Try again in a moment.'],
} as const satisfies Record<string, readonly [status: number, detail: string]>;

export type ProblemCode = keyof typeof problems;
export const problemCodes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

export const FieldError = z
  .object({
    pointer: z
      .string()
      .describe(
        'JSON pointer into the body, or /name for a query parameter, or /t for that of a signature',
      ),
    detail: z.string(),
  })
  .meta({ id: 'FieldError' });

/** RFC 9457. */
export const Problem = z
  .object({
    type: z.string().describe('A URI of the code: urn:front-desk:problem:CODE'),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.enum(problemCodes),
    detail: z.string().describe('One sentence that says what to do next'),
    errors: z.array(FieldError).max(50).optional(),
    triesLeft: z.int().min(0).optional().describe('With wrong_code: how many tries remain'),
    retryAfter: z
      .int()
      .min(0)
      .optional()
      .describe('With 429 and 503: seconds to wait, as in Retry-After'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });
export type Problem = z.infer<typeof Problem>;
