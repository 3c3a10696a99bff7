import type { Words } from './words.ts';

export const fr: Words = {
  direction: 'ltr',
  subject: 'Votre code est {code}',
  preview: 'Valable 10 minutes, une seule fois',
  heading: 'Votre code de connexion',
  what: 'Saisissez-le dans la fenêtre d’aide pour voir vos commandes. Il est valable 10 minutes, une seule fois.',
  askedAt:
    'Demandé à {time}. Ce n’était pas vous\u202f? Ne faites rien\u202f; sans le code, personne n’entre.',
  never: 'Nous ne demandons jamais ce code par téléphone ni par chat.',
  linkSubject: 'Votre lien de connexion',
  linkPreview: 'Valable 10 minutes, une seule fois',
  linkWhat:
    'Trop de codes erronés ont été saisis pour cette adresse, nous envoyons donc cette fois un lien. Il est valable 10 minutes, une seule fois.',
  staffWhat:
    'Ce lien ouvre la console, où vous répondez aux clients de votre boutique. Il est valable 10 minutes, une seule fois\u202f; votre clé d’accès ou un code de votre application d’authentification est ensuite demandé.',
  linkButton: 'Se connecter',
  linkAskedAt:
    'Demandé à {time}. Ce n’était pas vous\u202f? Ne faites rien\u202f; sans ce lien, personne n’entre.',
  linkNever: 'Nous ne demandons jamais ce lien par téléphone ni par chat.',
  privacy: 'Confidentialité',

  receipts: {
    cancelled: 'La commande {number} est annulée',
    partCancelled: 'Une partie de la commande {number} est annulée',
    edited: 'La commande {number} est modifiée',
    returned: 'Votre retour de la commande {number}',
    reported: 'Nous réglons le problème de la commande {number}',
    resent: 'Nous vous l’expédions à nouveau, sans frais.',
    kept: 'Vous gardez ce que vous aviez\u202f: commande {number}',
    undone: 'La commande {number} est comme avant',
    inReview: 'Nous examinons votre demande pour la commande {number}',
    reviewWhat: 'Rien ne change avant notre accord. Nous vous écrirons.',
    undoneWhat: 'Votre modification est annulée. Rien n’est débité ni remboursé.',
    waits: 'Le remboursement part dès que l’article est revenu chez nous.',
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
    notYou: 'Ce n’était pas vous\u202f? Prévenez {shop} tout de suite.',
    byShop: 'C’est {shop} qui l’a fait.',
    undoneByShop: 'La modification est annulée. Rien n’est débité ni remboursé.',
    notRight: 'Quelque chose ne va pas\u202f? Prévenez {shop}.',
  },

  reminders: {
    subject: 'Retour {number}\u202f: à renvoyer d’ici au {date}',
    notSeen: 'Nous ne l’avons pas encore vu en route.',
    ends: 'Passé ce jour, il prend fin tout seul\u202f: vous gardez l’article, et rien n’est remboursé.',
    held: 'Passé ce jour, il prend fin tout seul\u202f: vous gardez l’article, et payez ce que nous avons envoyé.',
    how: 'Tout ce qu’il faut est dans la fenêtre d’aide, à la commande {order}.',
    sent: 'Déjà envoyé\u202f? Alors il n’y a plus rien à faire.',
    soldOut: 'Retour {number}\u202f: ce que vous vouliez est épuisé',
    choose: 'Choisissez autre chose d’ici au {date}, ou prenez le remboursement.',
    paidBack: 'Passé ce jour, le remboursement se fait tout seul.',
  },

  conversations: {
    answered: '{shop} vous a répondu',
    transcript: 'Votre conversation avec {shop}',
    you: 'Vous',
    assistant: 'Assistant',
    picture: 'Image',
    goOn: 'Répondre dans la fenêtre d’aide',
    why: 'Vous avez demandé les réponses par e-mail quand vous ne les voyez pas dans la fenêtre d’aide.',
    whyTranscript: 'Vous l’avez demandée dans la fenêtre d’aide.',
  },

  alerts: {
    headings: {
      back: 'De retour\u202f: {product}',
      price: 'Moins cher maintenant\u202f: {product}',
      low: 'Il en reste peu\u202f: {product}',
    },
    what: {
      back: '{variant} est à nouveau disponible, à {price}.',
      price: '{variant} est maintenant à {price}.',
      low: '{variant}\u202f: il en reste {left}, à {price}.',
    },
    see: 'Voir',
    why: 'Vous avez demandé à {shop} ce seul e-mail.',
    stop: 'Plus d’e-mails à ce sujet',
  },
};
