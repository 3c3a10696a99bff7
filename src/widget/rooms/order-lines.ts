/** What shows the items of an order to choose from: it comes when it is asked for. */
export { orderStyles } from './order-parts.styles.ts';
export { picture } from '../ui/picture.ts';
export { quantity, quantityStyles } from '../ui/quantity.ts';
