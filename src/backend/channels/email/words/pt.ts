import type { Words } from './words.ts';

export const pt: Words = {
  direction: 'ltr',
  subject: 'Seu código é {code}',
  preview: 'Vale por 10 minutos, uma única vez',
  heading: 'Seu código de acesso',
  what: 'Digite-o na janela para ver seus pedidos. Ele vale por 10 minutos, uma única vez.',
  askedAt: 'Solicitado às {time}. Não foi você? Não faça nada; sem o código ninguém entra.',
  never: 'Nunca pedimos este código por telefone ou chat.',
  linkSubject: 'Seu link de acesso',
  linkPreview: 'Vale por 10 minutos, uma única vez',
  linkWhat:
    'Muitos códigos errados foram digitados para este endereço, por isso desta vez enviamos um link. Ele vale por 10 minutos, uma única vez.',
  staffWhat:
    'Este link abre o console, onde você responde aos clientes da sua loja. Ele vale por 10 minutos, uma única vez; depois é pedida a sua chave de acesso ou um código do seu app autenticador.',
  linkButton: 'Entrar',
  linkAskedAt: 'Solicitado às {time}. Não foi você? Não faça nada; sem este link ninguém entra.',
  linkNever: 'Nunca pedimos este link por telefone ou chat.',
  privacy: 'Privacidade',

  receipts: {
    cancelled: 'O pedido {number} foi cancelado',
    partCancelled: 'Parte do pedido {number} foi cancelada',
    edited: 'O pedido {number} foi alterado',
    returned: 'Sua devolução do pedido {number}',
    reported: 'Estamos resolvendo o pedido {number}',
    resent: 'Enviamos para você mais uma vez, sem custo.',
    kept: 'Você fica com o que tinha: pedido {number}',
    undone: 'O pedido {number} está como antes',
    inReview: 'Estamos analisando sua solicitação para o pedido {number}',
    reviewWhat: 'Nada muda até concordarmos. Avisamos você.',
    undoneWhat: 'Sua alteração foi desfeita. Nada é cobrado nem reembolsado.',
    waits: 'O dinheiro é enviado quando a devolução chegar à loja.',
    back: '{amount} de volta para {method}',
    paid: '{amount} de {method}',
    storeCredit: 'crédito na loja',
    days: {
      one: 'em até {to} dia útil',
      many: 'em até {to} dias úteis',
      other: 'em até {to} dias úteis',
    },
    atOnce: 'na hora',
    undoUntil: 'Você pode desfazer isto na janela até {time}.',
    notYou: 'Não foi você? Avise já: {shop}.',
    byShop: 'Isto foi feito por {shop}.',
    undoneByShop: 'A alteração foi desfeita. Nada é cobrado nem reembolsado.',
    notRight: 'Algo não está certo? Avise: {shop}.',
  },

  reminders: {
    subject: 'Envie a devolução {number} até {date}',
    notSeen: 'Ainda não a vimos a caminho.',
    ends: 'Depois desse dia ela termina sozinha: você fica com o que tem, e nada é reembolsado.',
    held: 'Depois desse dia ela termina sozinha: você fica com o que tem e paga o que enviamos.',
    how: 'Tudo de que você precisa está na janela, no pedido {order}.',
    sent: 'Já enviou? Então não há mais nada a fazer.',
    soldOut: 'Devolução {number}: o que você queria esgotou',
    choose: 'Escolha outra coisa até {date}, ou receba o valor de volta.',
    paidBack: 'Depois desse dia o valor volta para você automaticamente.',
  },

  conversations: {
    answered: '{shop} respondeu a você',
    transcript: 'Sua conversa com {shop}',
    you: 'Você',
    assistant: 'Assistente',
    picture: 'Imagem',
    goOn: 'Responder na janela',
    why: 'Você pediu para receber por e-mail as respostas que não vê na janela.',
    whyTranscript: 'Você pediu isto na janela.',
  },

  alerts: {
    headings: {
      back: '{product} está de volta',
      price: '{product} custa menos agora',
      low: 'Restam poucos: {product}',
    },
    what: {
      back: '{variant} está à venda de novo, por {price}.',
      price: '{variant} custa agora {price}.',
      low: '{variant}: restam {left}, por {price}.',
    },
    see: 'Ver',
    why: 'Você pediu este único e-mail a {shop}.',
    stop: 'Parar os e-mails sobre isto',
  },
};
