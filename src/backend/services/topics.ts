/** What the bus carries is named by its shop first: no hint crosses over. */
export const orderTopic = (shop: string, order: string): string => `${shop}/order/${order}`;
export const customerTopic = (shop: string, customer: string): string =>
  `${shop}/customer/${customer}`;
export const sessionTopic = (shop: string, session: string): string => `${shop}/session/${session}`;
/** What the shop's people hear of all conversations. */
export const conversationsTopic = (shop: string): string => `${shop}/conversations`;
/** Of all shops: something was set in a console. */
export const settingsTopic = 'settings';
