/**
 * What is needed together, in chunks: files and folders (with a slash) below src/. Brotli finds more
 * to save in one chunk than in ten, and it is one trip; but a room must not wait for what only others
 * need. Files that nobody names here get a chunk where rooms share them, else go with their room.
 */
const together = {
  // what nearly every room stands on: home asks for it once it stands
  parts: [
    'widget/rooms/contact.ts',
    'widget/rooms/picks/strip-below.ts',
    'widget/rooms/absent.ts',
    'widget/rooms/method-title.ts',
    'widget/rooms/refusal.ts',
    'widget/rooms/share.ts',
    'widget/rooms/task-room.ts',
    'widget/rooms/identity-parts.ts',
    'widget/rooms/order-parts.ts',
    'widget/rooms/order-parts.styles.ts',
    'widget/rooms/order-row.ts',
    'widget/rooms/order-line.ts',
    'widget/rooms/order-lines.ts',
    'widget/rooms/return/return-words.ts',
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
    'widget/client/end-session.ts',
    'widget/client/wishes.ts',
    'widget/stores/arrival.ts',
    'widget/stores/remotes.ts',
    'widget/stores/step-up.ts',
    'contract/guards/parts.ts',
  ],
  // once somebody is known, and what stands beside the launcher then
  known: [
    'widget/host/teaser.ts',
    'widget/host/teaser.css',
    'widget/elements/parcel-ring.ts',
    'widget/elements/parcel-ring.css',
    'widget/rooms/home/fd-home-orders.ts',
    'widget/rooms/home/fd-home-orders.styles.ts',
    'widget/client/stream.ts',
    'widget/stores/live.ts',
    'widget/stores/renewal.ts',
    'widget/host/turns.ts',
  ],
  // what a device keeps: a session's key, messages on their way
  kept: ['widget/host/kept-store.ts', 'widget/host/outbox.ts'],
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
  // who somebody is: as a guest, and as a customer
  person: [
    'widget/rooms/find/',
    'widget/rooms/sign-in/',
    'widget/ui/code-input.ts',
    'widget/host/secret-hash.ts',
    'widget/rooms/account/',
    'widget/rooms/address/',
    'widget/rooms/address-form.ts',
    'widget/client/customer.ts',
    'widget/client/identity.ts',
    'widget/client/sessions.ts',
    'widget/stores/customer.ts',
    'widget/stores/identity.ts',
    'widget/stores/sessions.ts',
    'contract/guards/customer.ts',
    'contract/guards/identity.ts',
    'contract/guards/sessions.ts',
  ],
  // below what an order, a change or a return begins with
  below: [
    'widget/rooms/below.ts',
    'widget/rooms/money-moves.ts',
    'widget/rooms/order/fd-order-changes.styles.ts',
    'widget/rooms/order/fd-order-changes.ts',
    'widget/rooms/order/order-items.styles.ts',
    'widget/rooms/order/order-items.ts',
    'widget/rooms/order/receipt-rows.ts',
    'widget/rooms/order/time-to-change.ts',
    'widget/rooms/reasons.ts',
    'widget/rooms/returned/return-cancel.ts',
    'widget/rooms/returned/return-money.ts',
    'widget/rooms/returned/return-story.ts',
    'widget/rooms/sums.ts',
    'widget/ui/ring.ts',
    'widget/ui/segments.ts',
    'widget/ui/sums.styles.ts',
    'widget/ui/toast.ts',
    'widget/stores/receipts.ts',
    'widget/host/time-left.ts',
    'widget/host/toast-time.ts',
    'widget/rooms/product-of.ts',
    'widget/rooms/product-picker.ts',
    'widget/client/product.ts',
    'widget/client/products.ts',
    'widget/stores/product-search.ts',
    'widget/stores/products.ts',
    'contract/guards/products.ts',
  ],
  orders: [
    'widget/rooms/order/',
    'widget/rooms/orders/',
    'widget/rooms/return-orders/',
    'widget/stores/order-lists.ts',
    'widget/client/changes.ts',
    'widget/client/order.ts',
    'widget/client/receipts.ts',
    'widget/stores/order-read.ts',
    'contract/guards/changes.ts',
    'contract/guards/order.ts',
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
  // what is asked once a task has begun: when something goes back, is wrong or is to be another. Much of
  // it is alike
  questions: [
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
    'widget/rooms/choose/choosing.ts',
    'widget/rooms/photos.ts',
    'widget/rooms/questions.ts',
    'widget/rooms/report/report-items.ts',
    'widget/rooms/report/report-outcome.ts',
    'widget/rooms/return/return-draft.ts',
    'widget/rooms/return/return-end.ts',
    'widget/rooms/return/return-items.ts',
    'widget/rooms/return/return-method.ts',
    'widget/rooms/return/return-outcome.ts',
    'widget/rooms/return/return-reason.ts',
    'widget/rooms/return/return-rows.ts',
    'widget/rooms/return/return-sending.ts',
    'widget/rooms/return/return-settle.ts',
    'widget/rooms/return/return-shop.ts',
    'widget/rooms/return/return-steps.ts',
    'widget/rooms/return/return-variants.ts',
    'widget/rooms/return/return.styles.ts',
    'widget/ui/photos.ts',
  ],
  // pictures that a shopper sends, with a return as in a conversation
  photos: [
    'widget/rooms/photo-faults.ts',
    'widget/client/uploads.ts',
    'widget/stores/photos.ts',
    'widget/host/chosen-file.ts',
    'widget/host/save-file.ts',
  ],
  // once there is one
  files: [
    'widget/client/progress.ts',
    'widget/client/send-upload.ts',
    'widget/host/small-picture.ts',
    'contract/guards/uploads.ts',
  ],
  // what comes after an order: back with it, or another like it
  after: [
    'widget/rooms/returned/fd-returned.ts',
    'widget/rooms/returned/fd-returned.styles.ts',
    'widget/rooms/returned/return-state.ts',
    'widget/client/returns.ts',
    'widget/stores/returns.ts',
    'widget/ui/qr.ts',
    'contract/guards/returns.ts',
    'widget/cart/',
    'widget/rooms/again/',
    'widget/stores/reorders.ts',
    'widget/client/reorder.ts',
    'contract/guards/reorder.ts',
  ],
  // what a shopper likes, and what may suit them: products on cards
  likes: [
    'widget/rooms/wishlist/',
    'widget/ui/card.styles.ts',
    'widget/rooms/for-you/',
    'widget/rooms/picks/fd-picks.ts',
    'widget/rooms/picks/fd-picks.styles.ts',
    'widget/rooms/picks/reason.ts',
    'widget/client/recommendations.ts',
    'widget/stores/picks.ts',
    'widget/host/dismissed.ts',
    'contract/guards/recommendations.ts',
  ],
  chat: [
    'widget/rooms/chat/',
    'widget/ui/linked-text.ts',
    'widget/client/conversations.ts',
    'widget/stores/conversations.ts',
    'widget/stores/letters.ts',
    'widget/stores/thread.ts',
    'contract/guards/conversations.ts',
  ],
  // what a shopper has saved; what can be done with it comes when it is asked for
  saved: [
    'widget/rooms/saved-parts.ts',
    'widget/client/wishlists.ts',
    'widget/saving/wish-box.ts',
    'widget/saving/wish-key.ts',
    'widget/stores/wishlists.ts',
    'contract/guards/wishlists.ts',
    'contract/wishlist-limits.ts',
    'domain/wishlists/',
  ],
  // with what the shop remembers of them, which as few look at
  'saved-more': [
    'widget/rooms/known-events/',
    'widget/client/known-events.ts',
    'widget/stores/known-events.ts',
    'contract/guards/known-events.ts',
    'widget/rooms/mails/',
    'widget/rooms/wish/',
    'widget/rooms/share/',
    'widget/rooms/shared/',
    'widget/ui/switch.ts',
    'widget/client/shared.ts',
    'widget/client/wish-links.ts',
    'widget/stores/wish-links.ts',
    'widget/stores/shared.ts',
    'contract/guards/shared.ts',
  ],
};
/** Sums are in nearly every room: they come with the panel. */
const everywhere = ['widget/locales/figures.ts', 'contract/exponents.ts'];

/** A sheet that is imported as a literal goes by the name of its file. */
const isOneOf = (files) => (id) =>
  files.some((file) =>
    file.endsWith('/')
      ? id.includes(`/src/${file}`)
      : id.replace(/\.literal$/, '').endsWith(`/src/${file}`),
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
