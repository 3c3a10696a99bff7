/**
 * What is needed together, in chunks: files and folders (with a slash) below src/. Brotli finds more
 * to save in one chunk than in ten, and it is one trip; but a room must not wait for what only others
 * need. Files that nobody names here get a chunk where rooms share them, else go with their room.
 */
const together = {
  // what nearly every room stands on: home asks for it once it stands
  parts: [
    'widget/rooms/contact.ts',
    'widget/rooms/absent.ts',
    'widget/rooms/refusal.ts',
    'widget/rooms/share.ts',
    'widget/rooms/task-room.ts',
    'widget/rooms/identity-parts.ts',
    'widget/rooms/order-parts.ts',
    'widget/rooms/order-parts.styles.ts',
    'widget/rooms/order-row.ts',
    'widget/rooms/order-line.ts',
    'widget/rooms/order-lines.ts',
    'widget/ui/chips.styles.ts',
    'widget/ui/choice.ts',
    'widget/ui/choice.styles.ts',
    'widget/ui/field.ts',
    'widget/ui/field.styles.ts',
    'widget/ui/foot.styles.ts',
    'widget/ui/parts.styles.ts',
    'widget/ui/picture.ts',
    'widget/ui/progress.ts',
    'widget/ui/quantity.ts',
    'widget/ui/room-icon.ts',
    'widget/ui/row.ts',
    'widget/host/row-window.ts',
    'widget/ui/timeline.ts',
    'widget/client/bearer.ts',
    'widget/client/identity.ts',
    'widget/client/wishes.ts',
    'widget/stores/arrival.ts',
    'widget/stores/identity.ts',
    'widget/stores/receipts.ts',
    'widget/stores/remotes.ts',
    'widget/stores/step-up.ts',
    'contract/guards/identity.ts',
  ],
  // once somebody is known
  known: [
    'widget/elements/parcel-ring.ts',
    'widget/rooms/home/fd-home-orders.ts',
    'widget/rooms/home/fd-home-orders.styles.ts',
    'widget/client/stream.ts',
    'widget/stores/live.ts',
    'widget/stores/renewal.ts',
    'widget/host/turns.ts',
  ],
  // where no cookie keeps a session
  bound: [
    'widget/stores/bound.ts',
    'widget/stores/own-login.ts',
    'widget/client/assertion.ts',
    'widget/client/session-keys.ts',
    'widget/host/shop-login.ts',
    'widget/host/chest.ts',
    'widget/host/proof.ts',
    'contract/guards/session-keys.ts',
  ],
  guest: [
    'widget/rooms/find/',
    'widget/rooms/sign-in/',
    'widget/ui/code-input.ts',
    'widget/host/secret-hash.ts',
  ],
  'order-lists': [
    'widget/rooms/orders/',
    'widget/rooms/return-orders/',
    'widget/stores/order-lists.ts',
  ],
  account: [
    'widget/rooms/account/',
    'widget/rooms/address/',
    'widget/rooms/address-form.ts',
    'widget/client/customer.ts',
    'widget/client/sessions.ts',
    'widget/stores/customer.ts',
    'widget/stores/sessions.ts',
    'contract/guards/customer.ts',
    'contract/guards/sessions.ts',
  ],
  // how an order is read, and written
  'order-client': [
    'widget/client/changes.ts',
    'widget/client/order.ts',
    'widget/client/receipts.ts',
    'widget/stores/order-read.ts',
    'contract/guards/changes.ts',
    'contract/guards/order.ts',
  ],
  // below what an order begins with
  'order-more': [
    'widget/rooms/order/fd-order-changes.ts',
    'widget/rooms/order/fd-order-changes.styles.ts',
    'widget/rooms/order/order-items.ts',
    'widget/rooms/order/order-items.styles.ts',
    'widget/rooms/order/order-more.ts',
    'widget/rooms/order/receipt-rows.ts',
    'widget/rooms/order/time-to-change.ts',
    'widget/ui/ring.ts',
    'widget/ui/segments.ts',
    'widget/ui/toast.ts',
    'widget/host/time-left.ts',
    'widget/host/toast-time.ts',
  ],
  // every task that changes an order, as it begins
  task: [
    'widget/rooms/cancel/',
    'widget/rooms/change-parts.ts',
    'widget/rooms/change-room.ts',
    'widget/rooms/choose/fd-choose.ts',
    'widget/rooms/takers.ts',
    'widget/rooms/edit/fd-edit.ts',
    'widget/rooms/edit/fd-edit.styles.ts',
    'widget/rooms/edit/edit-menu.ts',
    'widget/rooms/report/fd-report.ts',
    'widget/rooms/report/report-draft.ts',
    'widget/rooms/report/report-words.ts',
    'widget/rooms/return/fd-return.ts',
    'widget/stores/cancellations.ts',
    'widget/stores/change.ts',
    'widget/stores/edits.ts',
    'widget/stores/outcomes.ts',
    'widget/stores/reports.ts',
    'widget/stores/return-wishes.ts',
  ],
  // what it comes to, or why not
  answers: [
    'widget/rooms/change-answers.ts',
    'widget/rooms/money-moves.ts',
    'widget/rooms/reasons.ts',
    'widget/rooms/sums.ts',
    'widget/ui/sums.styles.ts',
  ],
  'edit-later': [
    'widget/rooms/edit/edit-add.ts',
    'widget/rooms/edit/edit-address.ts',
    'widget/rooms/edit/edit-contact.ts',
    'widget/rooms/edit/edit-items.ts',
    'widget/rooms/edit/edit-line.ts',
    'widget/rooms/edit/edit-payment.ts',
    'widget/rooms/edit/edit-rows.ts',
    'widget/rooms/edit/edit-screens.ts',
    'widget/rooms/edit/edit-shipping.ts',
    'widget/rooms/edit/edit-wishes.ts',
    'widget/rooms/edit/settle-part.ts',
  ],
  // a photo is asked for in a return, and in most reports
  photos: [
    'widget/rooms/photos.ts',
    'widget/rooms/report/later.ts',
    'widget/rooms/report/report-items.ts',
    'widget/rooms/report/report-outcome.ts',
    'widget/ui/photos.ts',
    'widget/client/uploads.ts',
    'widget/stores/photos.ts',
    'widget/host/small-picture.ts',
    'contract/guards/uploads.ts',
  ],
  // to pick from all that the shop has: for an order, and in exchange
  shop: [
    'widget/rooms/product-of.ts',
    'widget/rooms/product-picker.ts',
    'widget/client/product.ts',
    'widget/client/products.ts',
    'widget/stores/product-search.ts',
    'widget/stores/products.ts',
    'contract/guards/product.ts',
    'contract/guards/products.ts',
  ],
  // a return's first questions, and those that come while these are answered
  return: [
    'widget/rooms/return/first.ts',
    'widget/rooms/return/return-draft.ts',
    'widget/rooms/return/return-items.ts',
    'widget/rooms/return/return-reason.ts',
    'widget/rooms/return/return-rows.ts',
    'widget/rooms/return/return-steps.ts',
    'widget/rooms/return/return.styles.ts',
  ],
  'return-later': [
    'widget/rooms/choose/choose-screen.ts',
    'widget/rooms/return/later.ts',
    'widget/rooms/return/return-end.ts',
    'widget/rooms/return/return-method.ts',
    'widget/rooms/return/return-outcome.ts',
    'widget/rooms/return/return-sending.ts',
    'widget/rooms/return/return-settle.ts',
    'widget/rooms/return/return-shop.ts',
    'widget/rooms/return/return-variants.ts',
    'widget/stores/alternatives.ts',
  ],
  // a return on its way; what is below its beginning comes later
  returned: [
    'widget/rooms/returned/fd-returned.ts',
    'widget/rooms/returned/fd-returned.styles.ts',
    'widget/rooms/returned/return-state.ts',
    'widget/rooms/return/return-words.ts',
    'widget/client/returns.ts',
    'widget/stores/returns.ts',
    'widget/host/save-file.ts',
    'widget/ui/qr.ts',
    'contract/guards/returns.ts',
  ],
  chat: [
    'widget/rooms/chat/',
    'widget/ui/linked-text.ts',
    'widget/client/conversations.ts',
    'widget/stores/conversations.ts',
    'widget/stores/letters.ts',
    'widget/stores/thread.ts',
    'widget/host/outbox.ts',
    'contract/guards/conversations.ts',
  ],
  cart: [
    'widget/cart/',
    'widget/rooms/again/',
    'widget/stores/reorders.ts',
    'widget/client/reorder.ts',
    'contract/guards/reorder.ts',
  ],
  // what a shopper has saved; what can be done with it comes when it is asked for
  saved: [
    'widget/rooms/saved-parts.ts',
    'widget/client/wishlists.ts',
    'widget/saving/wish-box.ts',
    'widget/saving/wish-key.ts',
    'widget/stores/wishlists.ts',
    'widget/ui/switch.ts',
    'contract/guards/wishlists.ts',
    'contract/wishlist-limits.ts',
    'domain/wishlists/',
  ],
  'saved-more': [
    'widget/rooms/mails/',
    'widget/rooms/wish/',
    'widget/rooms/share/',
    'widget/rooms/shared/',
    'widget/client/shared.ts',
    'widget/stores/shared.ts',
    'contract/guards/shared.ts',
  ],
};
/** Sums are in nearly every room, and the store in the browser would be a chunk too small: they come with the panel. */
const everywhere = [
  'widget/locales/figures.ts',
  'widget/host/kept-store.ts',
  'contract/exponents.ts',
];

const isOneOf = (files) => (id) =>
  files.some((file) =>
    file.endsWith('/') ? id.includes(`/src/${file}`) : id.endsWith(`/src/${file}`),
  );

/** The chunk that a file, or the door to a chunk, is named for here. */
export const chunkOf = (id) =>
  Object.entries(together).find(
    ([name, files]) => id.endsWith(`door:${name}`) || isOneOf(files)(id),
  )?.[0];

/** `first`: the modules that the panel cannot begin without. */
export const codeSplitting = (first) => ({
  includeDependenciesRecursively: false,
  groups: [
    // A chunk beside the panel's one file would be a second trip before anything can be used.
    { name: 'panel', test: (id) => first.has(id) || isOneOf(everywhere)(id), priority: 1 },
    ...Object.keys(together).map((name) => ({ name, test: (id) => chunkOf(id) === name })),
  ],
});

export const named = [...Object.values(together).flat(), ...everywhere];
