import type { Words } from './words.ts';

export const nl: Words = {
  direction: 'ltr',
  subject: 'Je code is {code}',
  preview: 'Werkt 10 minuten, één keer',
  heading: 'Je inlogcode',
  what: 'Vul hem in het hulpvenster in om je bestellingen te zien. Hij werkt 10 minuten, één keer.',
  askedAt:
    'Aangevraagd om {time}. Niet door jou? Dan hoef je niets te doen: zonder de code komt niemand binnen.',
  never: 'We vragen nooit telefonisch of via chat om deze code.',
  linkSubject: 'Je inloglink',
  linkPreview: 'Werkt 10 minuten, één keer',
  linkWhat:
    'Voor dit adres is vaak een foute code ingevoerd, dus deze keer sturen we een link. Hij werkt 10 minuten, één keer.',
  staffWhat:
    'Deze link opent de console, waar je vragen van klanten van je winkel beantwoordt. Hij werkt 10 minuten, één keer; daarna vragen we je passkey of een code uit je authenticator-app.',
  linkButton: 'Inloggen',
  linkAskedAt:
    'Aangevraagd om {time}. Niet door jou? Dan hoef je niets te doen: zonder deze link komt niemand binnen.',
  linkNever: 'We vragen nooit telefonisch of via chat om deze link.',
  privacy: 'Privacy',

  receipts: {
    cancelled: 'Bestelling {number} is geannuleerd',
    partCancelled: 'Een deel van bestelling {number} is geannuleerd',
    edited: 'Bestelling {number} is gewijzigd',
    returned: 'Je retour van bestelling {number}',
    reported: 'We maken bestelling {number} in orde',
    resent: 'We sturen het je nog een keer, gratis.',
    kept: 'Je retour van bestelling {number} is geannuleerd',
    undone: 'Bestelling {number} is weer zoals eerst',
    inReview: 'We bekijken je verzoek voor bestelling {number}',
    reviewWhat: 'Er verandert niets tot we akkoord zijn. Je hoort van ons.',
    undoneWhat: 'Je wijziging is ongedaan gemaakt. Er wordt niets afgeschreven of terugbetaald.',
    waits: 'Je krijgt je geld zodra je retour bij ons is.',
    back: 'Terugbetaling van {amount}: {method}',
    paid: '{amount} met {method}',
    storeCredit: 'tegoed',
    days: { one: 'binnen {to} werkdag', other: 'binnen {to} werkdagen' },
    atOnce: 'meteen',
    undoUntil: 'Tot {time} kun je dit in het hulpvenster ongedaan maken.',
    notYou: 'Was jij dit niet? Meld het meteen bij {shop}.',
    byShop: 'Dit is gedaan door {shop}.',
    undoneByShop: 'De wijziging is ongedaan gemaakt. Er wordt niets afgeschreven of terugbetaald.',
    notRight: 'Klopt er iets niet? Meld het bij {shop}.',
  },

  reminders: {
    subject: 'Stuur retour {number} uiterlijk {date} terug',
    notSeen: 'Voor zover we zien, is hij nog niet onderweg.',
    ends: 'Daarna vervalt hij: je houdt wat je hebt en krijgt geen geld terug.',
    held: 'Daarna vervalt hij: je houdt wat je hebt en betaalt wat we hebben gestuurd.',
    how: 'Alles wat je nodig hebt, staat in het hulpvenster bij bestelling {order}.',
    sent: 'Al verstuurd? Dan hoef je niets meer te doen.',
    soldOut: 'Retour {number}: wat je wilde, is uitverkocht',
    choose: 'Kies uiterlijk {date} iets anders, of je geld.',
    paidBack: 'Daarna krijg je je geld vanzelf terug.',
  },

  conversations: {
    answered: '{shop} heeft je geantwoord',
    transcript: 'Je gesprek met {shop}',
    you: 'Jij',
    assistant: 'Assistent',
    picture: 'Afbeelding',
    goOn: 'Antwoorden in het hulpvenster',
    why: 'Je wilde antwoorden die je niet in het hulpvenster ziet, per mail krijgen.',
    whyTranscript: 'Je hebt hierom gevraagd in het hulpvenster.',
  },

  alerts: {
    headings: {
      back: 'Weer op voorraad: {product}',
      price: 'Nu goedkoper: {product}',
      low: 'Bijna uitverkocht: {product}',
    },
    what: {
      back: '{variant}: weer te koop, voor {price}.',
      price: '{variant}: nu {price}.',
      low: {
        one: '{variant}: nog {left}, voor {price}.',
        other: '{variant}: nog {left}, voor {price}.',
      },
    },
    see: 'Bekijken',
    why: 'Om deze ene mail heb je {shop} gevraagd.',
    stop: 'Geen mails meer hierover',
  },
};
