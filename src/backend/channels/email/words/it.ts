import type { Words } from './words.ts';

export const it: Words = {
  direction: 'ltr',
  subject: 'Il tuo codice è {code}',
  preview: 'Vale 10 minuti, una sola volta',
  heading: 'Il tuo codice di accesso',
  what: 'Inseriscilo nella finestra di assistenza per vedere i tuoi ordini. Vale 10 minuti, una sola volta.',
  askedAt:
    'Richiesto alle {time}. Non eri tu? Non devi fare nulla: senza il codice non entra nessuno.',
  never: 'Non chiediamo mai questo codice al telefono o in chat.',
  linkSubject: 'Il tuo link di accesso',
  linkPreview: 'Vale 10 minuti, una sola volta',
  linkWhat:
    'Per questo indirizzo sono stati inseriti molti codici errati, quindi stavolta ti inviamo un link. Vale 10 minuti, una sola volta.',
  staffWhat:
    'Questo link apre la console, dove rispondi ai clienti del tuo negozio. Vale 10 minuti, una sola volta; poi ti servirà la tua passkey o un codice della tua app di autenticazione.',
  linkButton: 'Accedi',
  linkAskedAt:
    'Richiesto alle {time}. Non eri tu? Non devi fare nulla: senza questo link non entra nessuno.',
  linkNever: 'Non chiediamo mai questo link al telefono o in chat.',
  privacy: 'Privacy',

  receipts: {
    cancelled: 'L’ordine {number} è stato annullato',
    partCancelled: 'Una parte dell’ordine {number} è stata annullata',
    edited: 'L’ordine {number} è stato modificato',
    returned: 'Il tuo reso dell’ordine {number}',
    reported: 'Risolviamo il problema dell’ordine {number}',
    resent: 'Te lo inviamo di nuovo, senza costi.',
    kept: 'Il reso dell’ordine {number} è stato annullato',
    undone: 'L’ordine {number} è di nuovo come prima',
    inReview: 'Stiamo esaminando la tua richiesta per l’ordine {number}',
    reviewWhat: 'Non cambia nulla finché non diamo conferma. Ti scriveremo.',
    undoneWhat: 'La tua modifica è stata annullata. Non c’è alcun addebito né rimborso.',
    waits: 'Il rimborso parte quando l’articolo è di nuovo da noi.',
    back: 'Rimborso di {amount} ({method})',
    paid: '{amount} con {method}',
    storeCredit: 'buono acquisto',
    days: {
      one: 'entro {to} giorno lavorativo',
      many: 'entro {to} di giorni lavorativi',
      other: 'entro {to} giorni lavorativi',
    },
    atOnce: 'subito',
    undoUntil: 'Puoi tornare indietro nella finestra di assistenza fino alle {time}.',
    notYou: 'Non eri tu? Scrivi subito a {shop}.',
    byShop: 'Lo ha fatto {shop}.',
    undoneByShop: 'La modifica è stata annullata. Non c’è alcun addebito né rimborso.',
    notRight: 'C’è qualcosa che non va? Scrivi a {shop}.',
  },

  reminders: {
    subject: 'Rispedisci il reso {number} entro {date}',
    notSeen: 'Non ci risulta ancora in viaggio.',
    ends: 'Dopo quel giorno scade: tieni quello che hai e non c’è alcun rimborso.',
    held: 'Dopo quel giorno scade: tieni quello che hai e paghi quello che abbiamo inviato.',
    how: 'Tutto quello che ti serve è nella finestra di assistenza, nell’ordine {order}.',
    sent: 'Già spedito? Allora non devi fare altro.',
    soldOut: 'Reso {number}: quello che volevi è esaurito',
    choose: 'Scegli qualcos’altro entro {date} o prendi il rimborso.',
    paidBack: 'Dopo, il rimborso parte da solo.',
  },

  conversations: {
    answered: '{shop} ti ha risposto',
    transcript: 'La tua conversazione con {shop}',
    you: 'Tu',
    assistant: 'Assistente',
    picture: 'Immagine',
    goOn: 'Rispondi nella finestra di assistenza',
    why: 'Hai chiesto di ricevere per e-mail le risposte che non vedi nella finestra di assistenza.',
    whyTranscript: 'L’hai chiesta nella finestra di assistenza.',
  },

  alerts: {
    headings: {
      back: 'Di nuovo disponibile: {product}',
      price: 'Ora costa meno: {product}',
      low: 'Quasi esaurito: {product}',
    },
    what: {
      back: '{variant}: di nuovo disponibile, a {price}.',
      price: '{variant}: ora {price}.',
      low: {
        one: '{variant}: ne resta {left}, a {price}.',
        many: '{variant}: ne restano {left}, a {price}.',
        other: '{variant}: ne restano {left}, a {price}.',
      },
    },
    see: 'Vedi il prodotto',
    why: 'Hai chiesto a {shop} questa e-mail, una sola volta.',
    stop: 'Niente più e-mail su questo',
  },
};
