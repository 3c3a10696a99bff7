import type { Words } from './words.ts';

export const pt: Words = {
  direction: 'ltr',
  subject: 'Seu código é {code}',
  preview: 'Vale por 10 minutos, uma única vez',
  heading: 'Seu código de acesso',
  what: 'Digite-o na janela de ajuda para ver seus pedidos. Ele vale por 10 minutos, uma única vez.',
  askedAt:
    'Solicitado às {time}. Não foi você? Não precisa fazer nada: sem o código ninguém entra.',
  never: 'Nunca pedimos este código por telefone ou chat.',
  linkSubject: 'Seu link de acesso',
  linkPreview: 'Vale por 10 minutos, uma única vez',
  linkWhat:
    'Muitos códigos errados foram digitados para este endereço, por isso desta vez enviamos um link. Ele vale por 10 minutos, uma única vez.',
  staffWhat:
    'Este link abre o console, onde você responde aos clientes da sua loja. Ele vale por 10 minutos, uma única vez; depois pedimos sua chave de acesso ou um código do seu app autenticador.',
  linkButton: 'Entrar',
  linkAskedAt:
    'Solicitado às {time}. Não foi você? Não precisa fazer nada: sem este link ninguém entra.',
  linkNever: 'Nunca pedimos este link por telefone ou chat.',
  privacy: 'Privacidade',

  receipts: {
    cancelled: 'O pedido {number} foi cancelado',
    partCancelled: 'Parte do pedido {number} foi cancelada',
    edited: 'O pedido {number} foi alterado',
    returned: 'Sua devolução do pedido {number}',
    reported: 'Estamos resolvendo o pedido {number}',
    resent: 'Enviamos para você mais uma vez, sem custo.',
    kept: 'Sua devolução do pedido {number} foi cancelada',
    undone: 'O pedido {number} voltou a ser como antes',
    inReview: 'Estamos analisando sua solicitação sobre o pedido {number}',
    reviewWhat: 'Nada muda antes da nossa aprovação. Vamos escrever para você.',
    undoneWhat: 'Sua alteração foi desfeita. Nada é cobrado nem reembolsado.',
    waits: 'O reembolso sai quando a devolução chegar à loja.',
    back: 'Reembolso de {amount}: {method}',
    paid: '{amount} com {method}',
    storeCredit: 'crédito na loja',
    days: {
      one: 'em até {to} dia útil',
      many: 'em até {to} dias úteis',
      other: 'em até {to} dias úteis',
    },
    atOnce: 'na hora',
    undoUntil: 'Você pode desfazer isto na janela de ajuda até as {time}.',
    notYou: 'Não foi você? Escreva já para {shop}.',
    byShop: 'Feito por {shop}.',
    undoneByShop: 'A alteração foi desfeita. Nada é cobrado nem reembolsado.',
    notRight: 'Algo não está certo? Escreva para {shop}.',
  },

  reminders: {
    subject: 'Envie a devolução {number} até {date}',
    notSeen: 'Pelo que vemos, ela ainda não está a caminho.',
    ends: 'Depois desse dia ela expira: você fica com o que tem, e nada é reembolsado.',
    held: 'Depois desse dia ela expira: você fica com o que tem e paga o que enviamos.',
    how: 'Tudo de que você precisa está na janela de ajuda, no pedido {order}.',
    sent: 'Já enviou? Então não precisa fazer mais nada.',
    soldOut: 'Devolução {number}: o que você queria esgotou',
    choose: 'Escolha outra coisa até {date}, ou o dinheiro de volta.',
    paidBack: 'Depois disso, o reembolso é automático.',
  },

  conversations: {
    answered: '{shop} respondeu a você',
    transcript: 'Sua conversa com {shop}',
    you: 'Você',
    assistant: 'Assistente',
    picture: 'Imagem',
    goOn: 'Responder na janela de ajuda',
    why: 'Você pediu para receber por e-mail as respostas que não vir na janela de ajuda.',
    whyTranscript: 'Você pediu a conversa na janela de ajuda.',
  },

  alerts: {
    headings: {
      back: 'De volta: {product}',
      price: 'Baixou de preço: {product}',
      low: 'Quase esgotado: {product}',
    },
    what: {
      back: '{variant}: à venda de novo, por {price}.',
      price: '{variant}: agora {price}.',
      low: {
        one: '{variant}: resta {left}, por {price}.',
        many: '{variant}: restam {left}, por {price}.',
        other: '{variant}: restam {left}, por {price}.',
      },
    },
    see: 'Ver o produto',
    why: 'Você pediu este e-mail a {shop}, uma única vez.',
    stop: 'Parar os e-mails sobre isto',
  },
};
