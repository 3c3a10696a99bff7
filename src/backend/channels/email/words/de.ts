import type { Words } from './words.ts';

export const de: Words = {
  direction: 'ltr',
  subject: 'Dein Code ist {code}',
  preview: 'Gilt 10 Minuten, nur einmal',
  heading: 'Dein Anmeldecode',
  what: 'Gib ihn im Hilfefenster ein, um deine Bestellungen zu sehen. Er gilt 10 Minuten, nur einmal.',
  askedAt:
    'Angefordert um {time} Uhr. Nicht von dir? Dann musst du nichts tun: Ohne den Code kommt niemand hinein.',
  never: 'Wir fragen nie am Telefon oder im Chat nach diesem Code.',
  linkSubject: 'Dein Anmeldelink',
  linkPreview: 'Gilt 10 Minuten, nur einmal',
  linkWhat:
    'Für diese Adresse wurden viele falsche Codes eingegeben, darum kommt diesmal ein Link. Er gilt 10 Minuten, nur einmal.',
  staffWhat:
    'Dieser Link öffnet die Konsole, in der du den Kundinnen und Kunden deines Shops antwortest. Er gilt 10 Minuten, nur einmal; danach brauchst du deinen Passkey oder einen Code aus deiner Authenticator-App.',
  linkButton: 'Anmelden',
  linkAskedAt:
    'Angefordert um {time} Uhr. Nicht von dir? Dann musst du nichts tun: Ohne diesen Link kommt niemand hinein.',
  linkNever: 'Wir fragen nie am Telefon oder im Chat nach diesem Link.',
  privacy: 'Datenschutz',

  receipts: {
    cancelled: 'Bestellung {number} ist storniert',
    partCancelled: 'Ein Teil von Bestellung {number} ist storniert',
    edited: 'Bestellung {number} ist geändert',
    returned: 'Deine Rückgabe aus Bestellung {number}',
    reported: 'Wir bringen Bestellung {number} in Ordnung',
    resent: 'Wir schicken es dir noch einmal, kostenlos.',
    kept: 'Deine Rückgabe aus Bestellung {number} ist abgebrochen',
    undone: 'Bestellung {number} ist wieder wie zuvor',
    inReview: 'Wir sehen uns deinen Wunsch zu Bestellung {number} an',
    reviewWhat: 'Bis wir zugestimmt haben, ändert sich nichts. Du hörst von uns.',
    undoneWhat: 'Deine Änderung ist zurückgenommen. Es wird nichts abgebucht und nichts erstattet.',
    waits: 'Das Geld kommt, sobald die Ware wieder bei uns ist.',
    back: '{amount} zurück auf {method}',
    paid: '{amount} mit {method}',
    storeCredit: 'Guthaben',
    days: { one: 'innerhalb von {to} Werktag', other: 'innerhalb von {to} Werktagen' },
    atOnce: 'sofort',
    undoUntil: 'Bis {time} Uhr kannst du das im Hilfefenster zurücknehmen.',
    notYou: 'Warst du das nicht? Schreib gleich an {shop}.',
    byShop: 'Das hat {shop} veranlasst.',
    undoneByShop: 'Die Änderung ist zurückgenommen. Es wird nichts abgebucht und nichts erstattet.',
    notRight: 'Stimmt etwas nicht? Schreib an {shop}.',
  },

  reminders: {
    subject: 'Schick Rückgabe {number} bis {date} ab',
    notSeen: 'Soweit wir sehen, ist sie noch nicht unterwegs.',
    ends: 'Danach verfällt sie: Du behältst, was du hast, und bekommst kein Geld zurück.',
    held: 'Danach verfällt sie: Du behältst, was du hast, und bezahlst, was wir geschickt haben.',
    how: 'Alles dafür findest du im Hilfefenster bei Bestellung {order}.',
    sent: 'Schon abgeschickt? Dann ist alles getan.',
    soldOut: 'Rückgabe {number}: Was du wolltest, ist ausverkauft',
    choose: 'Such dir bis {date} etwas anderes aus, oder nimm das Geld.',
    paidBack: 'Danach kommt es von selbst zurück.',
  },

  alerts: {
    headings: {
      back: 'Wieder da: {product}',
      price: 'Jetzt günstiger: {product}',
      low: 'Fast ausverkauft: {product}',
    },
    what: {
      back: '{variant}: wieder zu haben, für {price}.',
      price: '{variant}: jetzt {price}.',
      low: {
        one: '{variant}: noch {left} da, für {price}.',
        other: '{variant}: noch {left} da, für {price}.',
      },
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
    goOn: 'Im Hilfefenster antworten',
    why: 'Du wolltest Antworten per Mail, wenn du sie im Hilfefenster nicht siehst.',
    whyTranscript: 'Du hast sie im Hilfefenster angefordert.',
  },
};
