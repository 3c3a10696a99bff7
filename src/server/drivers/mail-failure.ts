import { isOfSender } from './smtp-refusals.ts';

/**
 * Why a mail was not sent. `unreachable` passes by itself. `unfit` will pass once somebody has mended
 * the config, whatever the mail: the server does not want our sign-in, our sender or a line without
 * TLS, or passes nothing on from us. `refused` stays: it does not want this recipient or this text.
 */
export type MailFailureCode = 'unreachable' | 'unfit' | 'refused';

const MESSAGES: Record<MailFailureCode, string> = {
  unreachable: 'The mail server cannot be reached',
  unfit: 'The mail server does not want us',
  refused: 'The mail server refused the mail',
};

export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  readonly code: MailFailureCode;
  constructor(code: MailFailureCode, cause: unknown) {
    super(MESSAGES[code], { cause });
    this.code = code;
  }
}

/** Whether user and password were not taken: then no mail is, and each further try counts against us. */
export const isOfSignIn = (error: unknown): boolean =>
  error instanceof MailFailure &&
  error.code === 'unfit' &&
  SIGN_IN.includes((error.cause as Said).code ?? '');

const SIGN_IN = ['EAUTH', 'EOAUTH2'];

/** What nodemailer says of a failure. */
interface Said {
  code?: string;
  /** The step it was at, as `RCPT TO`. */
  command?: string;
  responseCode?: number;
  response?: string;
}

/** Codes of 4xx mean "not now" in SMTP, 5xx "not so"; without a code the line itself broke. */
export function mailFailureOf(error: unknown, sender?: string): MailFailure {
  const said = (error ?? {}) as Said;
  return new MailFailure(codeOf(said, sender?.toLowerCase()), error);
}

function codeOf(said: Said, sender: string | undefined): MailFailureCode {
  const { code, responseCode } = said;
  if (responseCode !== undefined && responseCode < 500) return 'unreachable';
  if (isOfThisMail(said, sender)) return 'refused';
  return responseCode !== undefined || [...SIGN_IN, 'ETLS'].includes(code ?? '')
    ? 'unfit'
    : 'unreachable';
}

/** RFC 5321, 4.2.3: whoever has to sign in first is told so by 530, at any step. */
const NOT_SIGNED_IN = 530;

function isOfThisMail({ code, command, responseCode, response }: Said, sender?: string): boolean {
  // an address no server can be told of, or a text that is longer than this one takes
  if (responseCode === undefined) return code === 'EENVELOPE' || code === 'EMESSAGE';
  if (responseCode === NOT_SIGNED_IN) return false;
  // Postfix says at the recipient what it has against the sender, others at the text: they name it
  if (sender !== undefined && response?.toLowerCase().includes(sender)) return false;
  if (response !== undefined && isOfSender(response)) return false;
  return command === 'RCPT TO' || command === 'DATA';
}
