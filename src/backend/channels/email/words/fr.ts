import type { Words } from './words.ts';

export const fr: Words = {
  direction: 'ltr',
  subject: 'Votre code est {code}',
  preview: 'Valable 10 minutes, une seule fois',
  heading: 'Votre code de connexion',
  what: 'Saisissez-le dans la fenêtre d’aide pour voir vos commandes. Il est valable 10 minutes, une seule fois.',
  askedAt:
    'Demandé à {time}. Ce n’était pas vous\u202f? Vous n’avez rien à faire\u202f: sans le code, personne n’entre.',
  never: 'Nous ne demandons jamais ce code par téléphone ni par chat.',
  linkSubject: 'Votre lien de connexion',
  linkPreview: 'Valable 10 minutes, une seule fois',
  linkWhat:
    'Trop de codes erronés ont été saisis pour cette adresse. Cette fois, nous vous envoyons donc un lien. Il est valable 10 minutes, une seule fois.',
  staffWhat:
    'Ce lien ouvre la console, où vous répondez aux clients de votre boutique. Il est valable 10 minutes, une seule fois\u202f; il vous faut ensuite votre clé d’accès ou un code de votre application d’authentification.',
  linkButton: 'Se connecter',
  linkAskedAt:
    'Demandé à {time}. Ce n’était pas vous\u202f? Vous n’avez rien à faire\u202f: sans ce lien, personne n’entre.',
  linkNever: 'Nous ne demandons jamais ce lien par téléphone ni par chat.',
  privacy: 'Confidentialité',

  receipts: {
    cancelled: 'La commande {number} est annulée',
    partCancelled: 'Une partie de la commande {number} est annulée',
    edited: 'La commande {number} est modifiée',
    returned: 'Votre retour pour la commande {number}',
    reported: 'Nous réglons le problème de votre commande {number}',
    resent: 'Nous vous l’expédions à nouveau, sans frais.',
    kept: 'Votre retour pour la commande {number} est annulé',
    undone: 'La commande {number} est rétablie',
    inReview: 'Nous examinons votre demande pour la commande {number}',
    reviewWhat: 'Rien ne change avant notre accord. Nous vous écrirons.',
    undoneWhat: 'Votre modification est annulée. Rien n’est débité ni remboursé.',
    waits: 'Le remboursement part dès que l’article est de retour chez nous.',
    back: 'Remboursement de {amount} ({method})',
    paid: '{amount} avec {method}',
    storeCredit: 'avoir',
    days: {
      one: 'sous {to} jour ouvré',
      many: 'sous {to} de jours ouvrés',
      other: 'sous {to} jours ouvrés',
    },
    atOnce: 'tout de suite',
    undoUntil: 'Vous pouvez revenir en arrière dans la fenêtre d’aide jusqu’à {time}.',
    notYou: 'Ce n’était pas vous\u202f? Écrivez tout de suite à {shop}.',
    byShop: 'Fait par {shop}.',
    undoneByShop: 'La modification est annulée. Rien n’est débité ni remboursé.',
    notRight: 'Quelque chose ne va pas\u202f? Écrivez à {shop}.',
  },

  reminders: {
    subject: 'Retour {number}\u202f: à renvoyer d’ici au {date}',
    notSeen: 'D’après le transporteur, le colis n’est pas encore parti.',
    ends: 'Passé cette date, le retour expire\u202f: vous gardez l’article, et rien n’est remboursé.',
    held: 'Passé cette date, le retour expire\u202f: vous gardez l’article et payez celui que nous avons envoyé.',
    how: 'Tout ce qu’il vous faut est dans la fenêtre d’aide, avec la commande {order}.',
    sent: 'Déjà envoyé\u202f? Vous n’avez plus rien à faire.',
    soldOut: 'Retour {number}\u202f: l’article choisi est épuisé',
    choose: 'Choisissez autre chose d’ici au {date}, ou prenez l’argent.',
    paidBack: 'Ensuite, le remboursement se fait tout seul.',
  },

  conversations: {
    answered: '{shop} vous a répondu',
    transcript: 'Votre conversation avec {shop}',
    you: 'Vous',
    assistant: 'Assistant',
    picture: 'Image',
    goOn: 'Répondre dans la fenêtre d’aide',
    why: 'Vous avez demandé à recevoir par e-mail les réponses que vous ne voyez pas dans la fenêtre d’aide.',
    whyTranscript: 'Vous l’avez demandée dans la fenêtre d’aide.',
  },

  alerts: {
    headings: {
      back: 'De retour\u202f: {product}',
      price: 'Prix en baisse\u202f: {product}',
      low: 'Bientôt épuisé\u202f: {product}',
    },
    what: {
      back: '{variant}\u202f: à nouveau disponible, à {price}.',
      price: '{variant}\u202f: maintenant {price}.',
      low: {
        one: '{variant}\u202f: il en reste {left}, à {price}.',
        many: '{variant}\u202f: il en reste {left}, à {price}.',
        other: '{variant}\u202f: il en reste {left}, à {price}.',
      },
    },
    see: 'Voir l’article',
    why: 'Vous avez demandé cet unique e-mail à {shop}.',
    stop: 'Ne plus recevoir d’e-mails à ce sujet',
  },
};
