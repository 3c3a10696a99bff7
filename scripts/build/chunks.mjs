/**
 * What rooms share, in chunks of what is needed together, in files below src/. Brotli finds more to
 * save in one chunk than in ten, and it is one trip; but a room must not wait for what only others
 * need. Files that nobody names here get a chunk where rooms share them.
 */
const together = {
  // what a form stands on
  fields: [
    'widget/ui/field.ts',
    'widget/ui/field.styles.ts',
    'widget/ui/foot.styles.ts',
    'widget/rooms/refusal.ts',
    'widget/client/wishes.ts',
    'widget/stores/step-up.ts',
  ],
  identity: [
    'widget/rooms/identity-parts.ts',
    'widget/client/identity.ts',
    'widget/client/bearer.ts',
    'contract/guards/identity.ts',
    'widget/stores/identity.ts',
  ],
  orders: [
    'widget/rooms/order-parts.ts',
    'widget/rooms/order-row.ts',
    'widget/rooms/order-line.ts',
    'widget/rooms/order-lines.ts',
    'widget/ui/picture.ts',
    'widget/ui/progress.ts',
    'widget/ui/quantity.ts',
  ],
  // what every task that changes an order stands on
  task: [
    'widget/rooms/change-parts.ts',
    'widget/rooms/takers.ts',
    'widget/rooms/change-room.ts',
    'widget/stores/change.ts',
  ],
  // what it comes to, or why not
  answers: [
    'widget/rooms/change-answers.ts',
    'widget/rooms/reasons.ts',
    'widget/rooms/sums.ts',
    'widget/rooms/money-moves.ts',
    'widget/ui/sums.styles.ts',
  ],
  writes: [
    'widget/client/edits.ts',
    'widget/client/cancellation.ts',
    'widget/client/report.ts',
    'widget/client/return-wishes.ts',
    'widget/client/receipts.ts',
    'contract/guards/changes.ts',
    'contract/guards/order.ts',
  ],
  products: ['widget/rooms/product-of.ts', 'widget/stores/products.ts', 'widget/client/product.ts'],
  // to pick from all that the shop has: for an order, and in exchange
  shop: [
    'widget/rooms/product-picker.ts',
    'widget/stores/product-search.ts',
    'widget/client/products.ts',
    'contract/guards/products.ts',
  ],
  // a return's first questions, and those that come while these are answered
  return: [
    'widget/rooms/return/return-draft.ts',
    'widget/rooms/return/return-items.ts',
    'widget/rooms/return/return-steps.ts',
    'widget/rooms/return/return-reason.ts',
    'widget/rooms/return/return.styles.ts',
  ],
  'return-later': [
    'widget/rooms/return/return-outcome.ts',
    'widget/rooms/return/return-method.ts',
    'widget/rooms/return/return-variants.ts',
    'widget/rooms/return/return-settle.ts',
    'widget/rooms/return/return-sending.ts',
    'widget/rooms/return/return-end.ts',
    'widget/rooms/return/return-shop.ts',
    'widget/stores/alternatives.ts',
  ],
  'edit-items': [
    'widget/rooms/edit/edit-items.ts',
    'widget/rooms/edit/edit-line.ts',
    'widget/rooms/edit/edit-rows.ts',
    'widget/rooms/edit/edit-wishes.ts',
    'widget/rooms/edit/settle-part.ts',
    'widget/rooms/edit/edit-add.ts',
  ],
  'edit-more': [
    'widget/rooms/edit/edit-payment.ts',
    'widget/rooms/edit/edit-address.ts',
    'widget/rooms/edit/edit-contact.ts',
  ],
  cart: [
    'widget/cart/shopify.ts',
    'widget/cart/woocommerce.ts',
    'widget/cart/url.ts',
    'widget/cart/ask.ts',
  ],
};
/** Sums are in nearly every room: they come with the panel. */
const everywhere = ['widget/locales/figures.ts', 'contract/exponents.ts'];

const isOneOf = (files) => (id) => files.some((file) => id.endsWith(`/src/${file}`));

/** `first`: the modules that the panel cannot begin without. */
export const codeSplitting = (first) => ({
  includeDependenciesRecursively: false,
  groups: [
    // A chunk beside the panel's one file would be a second trip before anything can be used.
    { name: 'panel', test: (id) => first.has(id) || isOneOf(everywhere)(id), priority: 1 },
    ...Object.entries(together).map(([name, files]) => ({ name, test: isOneOf(files) })),
  ],
});

export const named = [...Object.values(together).flat(), ...everywhere];
