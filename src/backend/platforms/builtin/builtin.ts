import type { Clock, Platform, Storage } from '../../ports.ts';

/** As many orders as a page may hold. */
const PAGE_SIZE = 50;

/** The platform of a shop that has no other: its catalogue lives in our own storage. */
export function createBuiltinPlatform(
  { catalogue, changes, sales }: Pick<Storage, 'catalogue' | 'changes' | 'sales'>,
  clock: Clock = () => new Date(),
): Platform {
  return {
    name: 'built-in',
    ...{ changes, sales },
    capabilities: () => ({ orders: { pageSize: PAGE_SIZE }, tracking: {} }),
    findCustomer: (shop, contact) => catalogue.customerWith(shop.id, contact),
    knownContact: (shop, contact) => catalogue.knownContact(shop.id, contact),
    customer: (shop, id) => catalogue.customer(shop.id, id),
    changeAddress: (shop, customer, address, keep) =>
      catalogue.changeAddress(shop, customer, address, clock(), keep),
    paymentMethods: (shop, customer) => catalogue.paymentMethods(shop.id, customer),
    product: (shop, id) => catalogue.product(shop.id, id),
    products: (shop, wanted) => catalogue.products(shop.id, wanted),
    productList: (shop, query) => catalogue.productList(shop.id, query),
    adoptContact: (shop, contact) => catalogue.adoptContact(shop, contact, clock()),
    adoptLogin: (shop, login) => catalogue.adoptLogin(shop, login, clock()),
    orders: (shop, customer, query) => catalogue.orders(shop.id, customer, query),
    ordersBeyond: (shop, customer, contact) => catalogue.ordersBeyond(shop.id, customer, contact),
    order: (shop, id) => catalogue.order(shop.id, id),
    search: (shop, words, most) => catalogue.search(shop.id, words, most),
    orderNumbered: (shop, customer, number) => catalogue.orderNumbered(shop.id, customer, number),
    findOrder: (shop, number, contact) => catalogue.findOrder(shop.id, number, contact),
    applyTracking: (shop, update) => catalogue.applyTracking(shop, update, clock()),
    applyNews: (shop, news) => catalogue.applyNews(shop, news, clock()),
  };
}
