import type { Words } from './words.ts';

export const es: Words = {
  direction: 'ltr',
  subject: 'Tu código es {code}',
  preview: 'Vale 10 minutos, una sola vez',
  heading: 'Tu código para iniciar sesión',
  what: 'Escríbelo en la ventana de ayuda para ver tus pedidos. Vale 10 minutos, una sola vez.',
  askedAt:
    'Solicitado a las {time}. ¿No has sido tú? No tienes que hacer nada: sin el código no entra nadie.',
  never: 'Nunca pedimos este código por teléfono ni por chat.',
  linkSubject: 'Tu enlace para iniciar sesión',
  linkPreview: 'Vale 10 minutos, una sola vez',
  linkWhat:
    'Se han introducido muchos códigos erróneos para esta dirección, así que esta vez te enviamos un enlace. Vale 10 minutos, una sola vez.',
  staffWhat:
    'Este enlace abre la consola, donde respondes a los clientes de tu tienda. Vale 10 minutos, una sola vez; después te pediremos tu llave de acceso o un código de tu aplicación de autenticación.',
  linkButton: 'Iniciar sesión',
  linkAskedAt:
    'Solicitado a las {time}. ¿No has sido tú? No tienes que hacer nada: sin este enlace no entra nadie.',
  linkNever: 'Nunca pedimos este enlace por teléfono ni por chat.',
  privacy: 'Privacidad',

  receipts: {
    cancelled: 'El pedido {number} está cancelado',
    partCancelled: 'Una parte del pedido {number} está cancelada',
    edited: 'El pedido {number} se ha modificado',
    returned: 'Tu devolución del pedido {number}',
    reported: 'Solucionamos el problema del pedido {number}',
    resent: 'Te lo enviamos otra vez, sin coste.',
    kept: 'La devolución del pedido {number} está cancelada',
    undone: 'El pedido {number} vuelve a estar como antes',
    inReview: 'Estamos revisando tu solicitud sobre el pedido {number}',
    reviewWhat: 'No cambia nada hasta que lo aceptemos. Te escribiremos.',
    undoneWhat: 'Tu modificación se ha deshecho. No se cobra ni se reembolsa nada.',
    waits: 'El reembolso sale en cuanto nos llegue el artículo.',
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
    notYou: '¿No has sido tú? Escribe enseguida a {shop}.',
    byShop: 'Lo ha hecho {shop}.',
    undoneByShop: 'La modificación se ha deshecho. No se cobra ni se reembolsa nada.',
    notRight: '¿Hay algo que no está bien? Escribe a {shop}.',
  },

  reminders: {
    subject: 'Envía la devolución {number} como tarde el {date}',
    notSeen: 'Todavía no nos consta que esté en camino.',
    ends: 'Pasado ese día, caduca: te quedas con lo que tienes y no se reembolsa nada.',
    held: 'Pasado ese día, caduca: te quedas con lo que tienes y pagas lo que te enviamos.',
    how: 'Todo lo que necesitas está en la ventana de ayuda, en el pedido {order}.',
    sent: '¿Ya la has enviado? Entonces no tienes que hacer nada más.',
    soldOut: 'Devolución {number}: lo que querías se ha agotado',
    choose: 'Elige otra cosa, como tarde el {date}, o quédate con el dinero.',
    paidBack: 'Después se te reembolsa automáticamente.',
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
      back: 'De nuevo disponible: {product}',
      price: 'Ha bajado de precio: {product}',
      low: 'Casi agotado: {product}',
    },
    what: {
      back: '{variant}: otra vez disponible, por {price}.',
      price: '{variant}: ahora {price}.',
      low: {
        one: '{variant}: queda {left}, por {price}.',
        many: '{variant}: quedan {left}, por {price}.',
        other: '{variant}: quedan {left}, por {price}.',
      },
    },
    see: 'Ver el producto',
    why: 'Pediste a {shop} este correo, una sola vez.',
    stop: 'No recibir más correos sobre esto',
  },
};
