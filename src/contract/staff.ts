import { z } from 'zod';
import { Email, Id, Instant } from './primitives.ts';
import { CodePicture } from './returns.ts';

/**
 * What somebody of the shop may do: `agent` answers, and does for a customer what they may do
 * themselves; `lead` also decides about returns, and goes beyond that where the policy says so; `admin`
 * goes beyond all of it, and reads the audit log.
 */
export const staffRoles = ['agent', 'lead', 'admin'] as const;
export const StaffRole = z.enum(staffRoles).meta({ id: 'StaffRole' });
export type StaffRole = z.infer<typeof StaffRole>;

/** A shop has an end of people; so have its lists. */
export const MOST_STAFF = 200;

export const Staff = z
  .object({
    id: Id,
    name: z.string().min(1).max(80).describe('As shoppers read it'),
    role: StaffRole,
  })
  .meta({ id: 'Staff' });
export type Staff = z.infer<typeof Staff>;

export const StaffList = z
  .object({ items: z.array(Staff).max(MOST_STAFF).describe('By name') })
  .meta({ id: 'StaffList' });
export type StaffList = z.infer<typeof StaffList>;

/**
 * How far somebody is in: `nobody`; `enrol`: the link was good, an authenticator app or a passkey is
 * to be set up; `code`: the link was good, a code of that app or the passkey is asked for; `staff`:
 * they are in.
 */
export const StaffSession = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('nobody'),
      shop: z.string().max(80),
      passkeys: z.boolean().describe('Whether this server takes them'),
    }),
    z.object({
      kind: z.literal('enrol'),
      shop: z.string().max(80),
      passkeys: z.boolean().describe('Whether one may be added in place of the app'),
      secret: z.string().max(64).describe('Of RFC 6238 in base32, to be typed into the app'),
      uri: z.string().max(1000).describe('The same as otpauth://'),
      picture: CodePicture.describe('The same as a QR code'),
    }),
    z.object({
      kind: z.literal('code'),
      shop: z.string().max(80),
      app: z.boolean().describe('Whether they have set one up; else a recovery code serves'),
      passkeys: z.boolean().describe('Whether they have one'),
    }),
    z.object({
      kind: z.literal('staff'),
      shop: z.string().max(80),
      staff: Staff,
      endsAt: Instant.describe('However busy they are, they sign in again then'),
      recoveryCodes: z
        .array(z.string().max(32))
        .max(10)
        .optional()
        .describe(
          'Told once, when the app or passkey is set up: each serves once in place of a code',
        ),
    }),
  ])
  .meta({ id: 'StaffSession' });
export type StaffSession = z.infer<typeof StaffSession>;

export const StaffLinkRequest = z.strictObject({ email: Email }).meta({ id: 'StaffLinkRequest' });
export type StaffLinkRequest = z.infer<typeof StaffLinkRequest>;

export const StaffLinkAnswer = z
  .strictObject({ token: z.string().min(16).max(128).describe('Of the mailed link') })
  .meta({ id: 'StaffLinkAnswer' });
export type StaffLinkAnswer = z.infer<typeof StaffLinkAnswer>;

export const StaffCode = z
  .strictObject({
    code: z.string().trim().min(6).max(32).describe('Six digits of the app, or a recovery code'),
  })
  .meta({ id: 'StaffCode' });
export type StaffCode = z.infer<typeof StaffCode>;

/** What of the shop's people is written down. */
export const staffActions = [
  'added',
  'removed',
  'second_factor_reset',
  'second_factor_set',
  'recovery_code_used',
  'passkey_added',
  'passkey_removed',
  'signed_in',
  'signed_out',
  'signed_out_everywhere',
  'replied',
  'noted',
  'assigned',
  'tagged',
  'prioritized',
  'closed',
  'reopened',
  'snoozed',
  'act_undone',
  'reply_saved',
  'reply_removed',
  'return_approved',
  'return_refused',
  'return_received',
  'return_inspected',
  'return_settled',
  'order_cancelled',
  'order_edited',
  'return_made',
  'order_change_undone',
  'audit_exported',
  'setting_saved',
  'setting_reset',
] as const;
export const StaffAction = z.enum(staffActions).meta({ id: 'StaffAction' });
export type StaffAction = z.infer<typeof StaffAction>;

export const AuditEntry = z
  .object({
    id: Id,
    at: Instant,
    by: z
      .string()
      .max(80)
      .describe(
        'Their name then; `front-desk-server` from the command line, and for turns it gave',
      ),
    action: StaffAction,
    subject: Id.optional().describe('A conversation, a return, an order, or somebody of the shop'),
    detail: z.string().max(500).optional().describe('Whom it was given to, what it was set to'),
    reason: z.string().max(500).optional(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditFilter = z.object({
  staff: Id.optional().describe('What this one has done'),
  action: StaffAction.optional(),
  from: Instant.optional(),
  until: Instant.optional().describe('Not what was done then or later'),
});
export type AuditFilter = z.output<typeof AuditFilter>;

export const AuditQuery = AuditFilter.extend({
  cursor: z.string().max(500).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type AuditQuery = z.output<typeof AuditQuery>;

export const AuditPage = z
  .object({
    items: z.array(AuditEntry).max(100).describe('Newest first'),
    next: z.string().max(500).optional().describe('Cursor of the next page'),
  })
  .meta({ id: 'AuditPage' });
export type AuditPage = z.infer<typeof AuditPage>;
