import type { Words } from './words.ts';

export const de: Words = {
  direction: 'ltr',
  subject: 'Dein Code ist {code}',
  preview: 'Gilt 10 Minuten, einmal',
  heading: 'Dein Anmeldecode',
  what: 'Gib ihn im Fenster ein, um deine Bestellungen zu sehen. Er gilt 10 Minuten, einmal.',
  askedAt:
    'Angefordert um {time}. Nicht von dir? Dann tu nichts; ohne den Code kommt niemand hinein.',
  never: 'Wir fragen nie am Telefon oder im Chat nach diesem Code.',
  linkSubject: 'Dein Anmeldelink',
  linkPreview: 'Gilt 10 Minuten, einmal',
  linkWhat:
    'Für diese Adresse wurden viele falsche Codes eingegeben, darum kommt diesmal ein Link. Er gilt 10 Minuten, einmal.',
  staffWhat:
    'Dieser Link öffnet die Konsole, in der du den Kundinnen und Kunden deines Shops antwortest. Er gilt 10 Minuten, einmal; danach wird ein Code deiner Authenticator-App verlangt.',
  linkButton: 'Anmelden',
  linkAskedAt:
    'Angefordert um {time}. Nicht von dir? Dann tu nichts; ohne diesen Link kommt niemand hinein.',
  linkNever: 'Wir fragen nie am Telefon oder im Chat nach diesem Link.',
  privacy: 'Datenschutz',
};
