import type { Words } from './words.ts';

export const es: Words = {
  direction: 'ltr',
  subject: 'Tu código es {code}',
  preview: 'Vale 10 minutos, una sola vez',
  heading: 'Tu código para iniciar sesión',
  what: 'Escríbelo en la ventana de ayuda para ver tus pedidos. Vale 10 minutos, una sola vez.',
  askedAt: 'Solicitado a las {time}. ¿No eras tú? No hagas nada; sin el código no entra nadie.',
  never: 'Nunca pedimos este código por teléfono ni por chat.',
  linkSubject: 'Tu enlace para iniciar sesión',
  linkPreview: 'Vale 10 minutos, una sola vez',
  linkWhat:
    'Se han introducido muchos códigos erróneos para esta dirección, así que esta vez enviamos un enlace. Vale 10 minutos, una sola vez.',
  staffWhat:
    'Este enlace abre la consola, donde respondes a los clientes de tu tienda. Vale 10 minutos, una sola vez; después se pide tu llave de acceso o un código de tu aplicación de autenticación.',
  linkButton: 'Iniciar sesión',
  linkAskedAt:
    'Solicitado a las {time}. ¿No eras tú? No hagas nada; sin este enlace no entra nadie.',
  linkNever: 'Nunca pedimos este enlace por teléfono ni por chat.',
  privacy: 'Privacidad',

  receipts: {
    cancelled: 'El pedido {number} está cancelado',
    partCancelled: 'Una parte del pedido {number} está cancelada',
    edited: 'El pedido {number} está modificado',
    returned: 'Tu devolución del pedido {number}',
    reported: 'Arreglamos el pedido {number}',
    resent: 'Te lo enviamos otra vez, sin coste.',
    kept: 'Te quedas con lo que tenías: pedido {number}',
    undone: 'El pedido {number} está como antes',
    inReview: 'Estamos revisando tu solicitud sobre el pedido {number}',
    reviewWhat: 'Nada cambia hasta que lo hayamos aceptado. Te escribiremos.',
    undoneWhat: 'Tu modificación se ha deshecho. No se cobra ni se reembolsa nada.',
    waits: 'El reembolso sale cuando tengamos el artículo de vuelta.',
    back: 'Reembolso de {amount} ({method})',
    paid: '{amount} con {method}',
    storeCredit: 'crédito en tienda',
    days: {
      one: 'en {to} día laborable como mucho',
      many: 'en {to} de días laborables como mucho',
      other: 'en {to} días laborables como mucho',
    },
    atOnce: 'al momento',
    undoUntil: 'Puedes deshacerlo en la ventana de ayuda hasta las {time}.',
    notYou: '¿No has sido tú? Avisa enseguida a {shop}.',
    byShop: 'Lo ha hecho {shop}.',
    undoneByShop: 'La modificación se ha deshecho. No se cobra ni se reembolsa nada.',
    notRight: '¿Hay algo que no está bien? Avisa a {shop}.',
  },

  reminders: {
    subject: 'Envía la devolución {number} como tarde el {date}',
    notSeen: 'Aún no la hemos visto en camino.',
    ends: 'Después de ese día termina sola: te quedas con lo que tienes y no se reembolsa nada.',
    held: 'Después de ese día termina sola: te quedas con lo que tienes y pagas lo que enviamos.',
    how: 'Todo lo que necesitas está en la ventana de ayuda, en el pedido {order}.',
    sent: '¿Ya la has enviado? Entonces no queda nada por hacer.',
    soldOut: 'Devolución {number}: lo que querías está agotado',
    choose: 'Elige otra cosa, como tarde el {date}, o pide el reembolso.',
    paidBack: 'Después de ese día se te reembolsa automáticamente.',
  },

  conversations: {
    answered: '{shop} te ha respondido',
    transcript: 'Tu conversación con {shop}',
    you: 'Tú',
    assistant: 'Asistente',
    picture: 'Imagen',
    goOn: 'Responder en la ventana de ayuda',
    why: 'Pediste recibir por correo las respuestas que no ves en la ventana de ayuda.',
    whyTranscript: 'La pediste en la ventana de ayuda.',
  },

  alerts: {
    headings: {
      back: 'Ha vuelto: {product}',
      price: 'Ahora cuesta menos: {product}',
      low: 'Quedan pocos: {product}',
    },
    what: {
      back: '{variant} se puede comprar otra vez, por {price}.',
      price: '{variant} cuesta ahora {price}.',
      low: '{variant}: quedan {left}, por {price}.',
    },
    see: 'Ver',
    why: 'Pediste a {shop} este único correo.',
    stop: 'No más correos sobre esto',
  },
};
