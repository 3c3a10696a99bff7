import type { Words } from './words.ts';

export const nl: Words = {
  direction: 'ltr',
  subject: 'Je code is {code}',
  preview: 'Werkt 10 minuten, één keer',
  heading: 'Je inlogcode',
  what: 'Vul hem in het venster in om je bestellingen te zien. Hij werkt 10 minuten, één keer.',
  askedAt:
    'Aangevraagd om {time}. Niet door jou? Doe dan niets; zonder de code komt niemand binnen.',
  never: 'We vragen nooit via telefoon of chat om deze code.',
  linkSubject: 'Je inloglink',
  linkPreview: 'Werkt 10 minuten, één keer',
  linkWhat:
    'Voor dit adres is vaak een foute code ingevoerd, dus deze keer sturen we een link. Hij werkt 10 minuten, één keer.',
  staffWhat:
    'Deze link opent de console, waar je de klanten van je winkel antwoordt. Hij werkt 10 minuten, één keer; daarna vragen we je passkey of een code uit je authenticator-app.',
  linkButton: 'Inloggen',
  linkAskedAt:
    'Aangevraagd om {time}. Niet door jou? Doe dan niets; zonder deze link komt niemand binnen.',
  linkNever: 'We vragen nooit via telefoon of chat om deze link.',
  privacy: 'Privacy',

  receipts: {
    cancelled: 'Bestelling {number} is geannuleerd',
    partCancelled: 'Een deel van bestelling {number} is geannuleerd',
    edited: 'Bestelling {number} is gewijzigd',
    returned: 'Je retour uit bestelling {number}',
    reported: 'We maken bestelling {number} in orde',
    resent: 'We sturen het je nog een keer, zonder kosten.',
    kept: 'Je houdt wat je had: bestelling {number}',
    undone: 'Bestelling {number} is weer zoals hij was',
    inReview: 'We bekijken je verzoek voor bestelling {number}',
    reviewWhat: 'Er verandert niets tot we akkoord zijn. Je hoort van ons.',
    undoneWhat: 'Je wijziging is ongedaan gemaakt. Er wordt niets betaald of terugbetaald.',
    waits: 'Je krijgt het geld zodra we het terug hebben.',
    back: '{amount} terug op {method}',
    paid: '{amount} van {method}',
    storeCredit: 'tegoed',
    days: { one: 'binnen {to} werkdag', other: 'binnen {to} werkdagen' },
    atOnce: 'meteen',
    undoUntil: 'Tot {time} kun je dit in het venster ongedaan maken.',
    notYou: 'Was jij dit niet? Meld het meteen bij {shop}.',
    byShop: '{shop} heeft dit gedaan.',
    undoneByShop: 'De wijziging is ongedaan gemaakt. Er wordt niets betaald of terugbetaald.',
    notRight: 'Klopt dit niet? Laat het {shop} weten.',
  },

  reminders: {
    subject: 'Stuur retour {number} uiterlijk {date} terug',
    notSeen: 'We hebben hem nog niet onderweg gezien.',
    ends: 'Daarna eindigt hij vanzelf: je houdt wat je hebt en krijgt geen geld terug.',
    held: 'Daarna eindigt hij vanzelf: je houdt wat je hebt en betaalt wat we hebben gestuurd.',
    how: 'Alles wat je nodig hebt, staat in het venster bij bestelling {order}.',
    sent: 'Al verstuurd? Dan hoef je niets meer te doen.',
    soldOut: 'Retour {number}: wat je wilde, is uitverkocht',
    choose: 'Kies uiterlijk {date} iets anders, of neem terug wat het kostte.',
    paidBack: 'Daarna krijg je vanzelf terug wat het kostte.',
  },

  conversations: {
    answered: '{shop} heeft je geantwoord',
    transcript: 'Je gesprek met {shop}',
    you: 'Jij',
    assistant: 'Assistent',
    picture: 'Afbeelding',
    goOn: 'Antwoorden in het venster',
    why: 'Je wilde antwoorden per mail krijgen als je ze niet in het venster ziet.',
    whyTranscript: 'Je hebt hier in het venster om gevraagd.',
  },

  alerts: {
    headings: {
      back: '{product} is er weer',
      price: '{product} kost nu minder',
      low: 'Nog maar weinig: {product}',
    },
    what: {
      back: '{variant} is weer te koop, voor {price}.',
      price: '{variant} kost nu {price}.',
      low: '{variant}: nog {left}, voor {price}.',
    },
    see: 'Bekijken',
    why: 'Om deze ene mail heb je {shop} gevraagd.',
    stop: 'Geen mails meer hierover',
  },
};
