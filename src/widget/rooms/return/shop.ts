/** Another product in exchange, as one chunk. */
export { shop, which } from './return-shop.ts';
