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
    'Dieser Link öffnet die Konsole, in der du den Kundinnen und Kunden deines Shops antwortest. Er gilt 10 Minuten, einmal; danach wird dein Passkey oder ein Code deiner Authenticator-App verlangt.',
  linkButton: 'Anmelden',
  linkAskedAt:
    'Angefordert um {time}. Nicht von dir? Dann tu nichts; ohne diesen Link kommt niemand hinein.',
  linkNever: 'Wir fragen nie am Telefon oder im Chat nach diesem Link.',
  privacy: 'Datenschutz',

  receipts: {
    cancelled: 'Bestellung {number} ist storniert',
    partCancelled: 'Ein Teil von Bestellung {number} ist storniert',
    edited: 'Bestellung {number} ist geändert',
    returned: 'Deine Rücksendung aus Bestellung {number}',
    reported: 'Wir bringen Bestellung {number} in Ordnung',
    resent: 'Du bekommst es noch einmal, ohne Kosten.',
    kept: 'Du behältst, was du hattest: Bestellung {number}',
    undone: 'Bestellung {number} ist wie zuvor',
    inReview: 'Wir sehen uns deinen Wunsch zu Bestellung {number} an',
    reviewWhat: 'Nichts ändert sich, bevor wir zugestimmt haben. Du hörst von uns.',
    undoneWhat: 'Deine Änderung ist zurückgenommen. Es wird nichts abgebucht und nichts erstattet.',
    waits: 'Das Geld kommt, sobald die Ware wieder bei uns ist.',
    back: '{amount} zurück auf {method}',
    paid: '{amount} von {method}',
    storeCredit: 'Guthaben',
    days: { one: 'innerhalb von {to} Werktag', other: 'innerhalb von {to} Werktagen' },
    atOnce: 'sofort',
    undoUntil: 'Bis {time} kannst du das im Fenster zurücknehmen.',
    notYou: 'Warst du das nicht? Sag {shop} gleich Bescheid.',
    byShop: 'Das hat {shop} gemacht.',
    undoneByShop: 'Die Änderung ist zurückgenommen. Es wird nichts abgebucht und nichts erstattet.',
    notRight: 'Stimmt das nicht? Sag {shop} Bescheid.',
  },

  reminders: {
    subject: 'Schick Rücksendung {number} bis {date} ab',
    notSeen: 'Soweit wir sehen, ist sie noch nicht unterwegs.',
    ends: 'Danach endet sie von selbst: Du behältst, was du hast, und es kommt kein Geld zurück.',
    held: 'Danach endet sie von selbst: Du behältst, was du hast, und bezahlst, was wir geschickt haben.',
    how: 'Was du brauchst, findest du im Fenster bei Bestellung {order}.',
    sent: 'Schon abgeschickt? Dann ist nichts weiter zu tun.',
    soldOut: 'Rücksendung {number}: Was du wolltest, ist ausverkauft',
    choose: 'Such dir bis {date} etwas anderes aus, oder nimm zurück, was es gekostet hat.',
    paidBack: 'Danach bekommst du von selbst zurück, was es gekostet hat.',
  },

  alerts: {
    headings: {
      back: '{product} ist wieder da',
      price: '{product} kostet jetzt weniger',
      low: 'Nur noch wenige: {product}',
    },
    what: {
      back: '{variant} ist wieder zu haben, für {price}.',
      price: '{variant} kostet jetzt {price}.',
      low: '{variant}: noch {left} da, für {price}.',
    },
    see: 'Ansehen',
    why: 'Um diese eine Mail hast du {shop} gebeten.',
    stop: 'Keine Mails mehr dazu',
  },

  conversations: {
    answered: '{shop} hat dir geantwortet',
    transcript: 'Deine Unterhaltung mit {shop}',
    you: 'Du',
    assistant: 'Assistent',
    picture: 'Bild',
    goOn: 'Im Fenster antworten',
    why: 'Du wolltest Antworten per Mail, wenn du sie im Fenster nicht siehst.',
    whyTranscript: 'Du hast sie im Fenster angefordert.',
  },
};
