import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mailFailureOf } from '../../../src/server/drivers/mail-failure.ts';

const SENDER = 'desk@alder.example';

/** As nodemailer tells of it. */
const codeOf = (command: string, response: string) =>
  mailFailureOf(
    { code: 'EENVELOPE', command, response, responseCode: Number(response.slice(0, 3)) },
    SENDER,
  ).code;

type Case = [server: string, command: 'RCPT TO' | 'DATA', response: string];

const ofUs: Case[] = [
  ['Postfix', 'RCPT TO', '554 5.7.1 <mara@kern.eu>: Relay access denied'],
  ['Postfix', 'RCPT TO', '554 5.7.1 <shop[192.0.2.7]>: Client host rejected: Access denied'],
  [
    'Postfix',
    'RCPT TO',
    '554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using list.example',
  ],
  ['Postfix', 'RCPT TO', '504 5.5.2 <shop>: Helo command rejected: need fully-qualified hostname'],
  [
    'an old Postfix',
    'RCPT TO',
    '554 <mara@kern.eu>: Recipient address rejected: Relay access denied',
  ],
  ['Exim', 'RCPT TO', '550 relay not permitted'],
  [
    'Exim under cPanel',
    'RCPT TO',
    '550-shop.example [192.0.2.7]:4025 is not\n550-permitted to relay through this server without\n550 authentication.',
  ],
  [
    'Exim',
    'RCPT TO',
    '550-Verification failed for <other@alder.example>\n550 Sender verify failed',
  ],
  [
    'Sendmail',
    'RCPT TO',
    '550 5.7.1 <mara@kern.eu>... Relaying denied. Proper authentication required.',
  ],
  ['qmail', 'RCPT TO', "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"],
  ['Domino', 'RCPT TO', '554 Relay rejected for policy reasons.'],
  ['Exchange 2010', 'RCPT TO', '550 5.7.1 Unable to relay'],
  ['Exchange', 'RCPT TO', '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain'],
  ['Exchange Online', 'RCPT TO', '550 5.7.64 TenantAttribution; Relay Access Denied [x.example]'],
  ['Exchange', 'DATA', '550 5.7.60 SMTP; Client does not have permissions to send as this sender'],
  [
    'Exchange Online',
    'DATA',
    '554 5.2.252 SendAsDenied; jo@alder.example not allowed to send as beech',
  ],
  [
    'Google’s relay',
    'RCPT TO',
    '550-5.7.1 Invalid credentials for relay [192.0.2.7]. The IP address you have\n550 5.7.1 registered does not match.',
  ],
  ['Gmail', 'DATA', '550-5.4.5 Daily user sending limit exceeded.\n550 5.4.5 See the help - gsmtp'],
  ['Gmail', 'DATA', '550-5.7.26 The sender is\n550 5.7.26 unauthenticated.'],
  [
    // its sandbox takes only recipients that are verified: it names them, not us
    'SES',
    'DATA',
    '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: mara@kern.eu',
  ],
  [
    'SES',
    'DATA',
    '554 Access denied: User arn:x:desk is not authorized to perform ses:SendRawEmail',
  ],
  ['SES', 'DATA', '554 Message rejected: Sending paused for this account.'],
  ['SendGrid', 'RCPT TO', '550 Unauthenticated senders not allowed'],
  ['SendGrid', 'DATA', '550 The from address does not match a verified Sender Identity.'],
  ['any that wants us signed in', 'RCPT TO', '530 5.7.0 Authentication required'],
];

const ofTheMail: Case[] = [
  ['Postfix', 'RCPT TO', '550 5.1.1 <mara@kern.eu>: Recipient address rejected: User unknown'],
  [
    'Postfix as a relay',
    'RCPT TO',
    '550 5.1.1 <mara@kern.eu>: Recipient address rejected: User unknown in relay recipient table',
  ],
  [
    'a server behind it',
    'RCPT TO',
    '550 5.1.1 <mara@kern.eu> no such user (callout: relay access denied)',
  ],
  ['Postfix', 'RCPT TO', '554 5.7.1 <mara@kern.eu>: Recipient address rejected: Access denied'],
  ['Postfix', 'DATA', '554 5.7.1 Message contains spam or virus'],
  ['Postfix', 'DATA', '552 5.3.4 Error: message file too big'],
  ['Exim', 'RCPT TO', '550 Unrouteable address'],
  ['Exim', 'RCPT TO', '550 No Such User Here'],
  ['Exim', 'DATA', '550 This message was classified as SPAM'],
  ['Exchange', 'RCPT TO', '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found'],
  ['Exchange', 'RCPT TO', '550 5.7.1 RESOLVER.RST.AuthRequired; authentication required'],
  ['Exchange', 'DATA', '550 5.7.1 Message rejected as spam by Content Filtering.'],
  ['Exchange Online', 'RCPT TO', '550 5.4.1 Recipient address rejected: Access denied.'],
  ['Gmail', 'RCPT TO', '550-5.1.1 The account that you tried to reach does\n550 5.1.1 not exist.'],
  [
    'Gmail',
    'RCPT TO',
    '552-5.2.2 The recipient’s inbox is out of\n552 5.2.2 storage: quota exceeded',
  ],
  [
    'Gmail',
    'DATA',
    '550-5.7.1 Our system has detected that this message is likely\n550 5.7.1 unsolicited mail.',
  ],
  ['SES', 'DATA', '554 Message rejected: Address blacklisted.'],
  ['SendGrid', 'RCPT TO', '550 5.1.3 Invalid address'],
  ['one that says nothing of it', 'RCPT TO', '550'],
];

describe('What a mail server has against', () => {
  for (const [server, command, response] of ofUs)
    test(`us is ours to mend: ${server}, ${command}: ${response.slice(0, 60)}`, () =>
      assert.equal(codeOf(command, response), 'unfit'));
  for (const [server, command, response] of ofTheMail)
    test(`a mail is for that mail alone: ${server}, ${command}: ${response.slice(0, 60)}`, () =>
      assert.equal(codeOf(command, response), 'refused'));

  test('either, not now, is an outage', () =>
    assert.equal(
      codeOf('RCPT TO', '454 4.7.1 <mara@kern.eu>: Relay access denied'),
      'unreachable',
    ));
});
