import type { MailFailure } from '../drivers/mail-failure.ts';
import { findingsOf, type Finding } from './finding.ts';

const { ok, note, warning, broken } = findingsOf('mail');

/** Whether the mail server takes our sign-in; nothing is sent. */
export async function examineMail(
  mailer: { check(): Promise<void> } | undefined,
): Promise<Finding> {
  if (!mailer)
    return warning('There is no mail: nobody can sign in by code.', 'Add mail to the config.');
  try {
    await mailer.check();
    return ok('The mail server takes our sign-in.');
  } catch (error) {
    const { code } = error as MailFailure;
    return code === 'unfit'
      ? broken(
          'The mail server does not want us.',
          'Check user and password in mail.smtp, and mail.tls if it speaks no TLS. Mails wait meanwhile.',
        )
      : broken(
          'The mail server does not answer.',
          'Check host and port in mail.smtp, and whether this machine may connect out.',
        );
  }
}

/** Whether the links that are mailed to the shop's people lead anywhere; nothing is said where they do. */
export const examineAddress = (address: string | undefined): Finding[] =>
  address === undefined
    ? [
        note(
          'The config has no address: nobody signs in to the console.',
          'Add address, where browsers reach this server, if the shop’s people answer there.',
        ),
      ]
    : [];
