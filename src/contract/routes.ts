import { z } from 'zod';
import { CustomerExport } from './customer-export.ts';
import { CustomerChange, CustomerDetails } from './customers.ts';
import { Cancellation, CancellationRequest } from './cancellations.ts';
import { Desk } from './desk.ts';
import { Edit, EditRequest } from './edits.ts';
import {
  EventBatch,
  EventReceipt,
  EventRemoval,
  EventsRemoved,
  KnownEvents,
  KnownEventsRequest,
} from './events.ts';
import {
  AssertionRequest,
  Challenge,
  ChallengeAnswer,
  ChallengeRequest,
  LookupRequest,
} from './identity.ts';
import {
  Conversation,
  ConversationList,
  MailRequest,
  MarkRequest,
  Message,
  MessagePage,
  MessageQuery,
  MessageRequest,
  RatingRequest,
} from './conversations.ts';
import { Order, OrderPage, OrderQuery, OrderTracking } from './orders.ts';
import { PaymentMethodList } from './payment-methods.ts';
import { Id } from './primitives.ts';
import { Quote, Receipt } from './quotes.ts';
import {
  OutcomesConfirmation,
  OutcomesRequest,
  Return,
  ReturnConfirmation,
  ReturnLabel,
  ReturnRequest,
} from './returns.ts';
import { Reorder } from './reorder.ts';
import { Report, ReportRequest } from './reports.ts';
import { ruleProblems } from './reasons.ts';
import type { ProblemCode } from './problems.ts';
import { Product, ProductPage, ProductQuery } from './products.ts';
import { Dismissal, RecommendationList, RecommendationQuery } from './recommendations.ts';
import { BoundRefresh, BoundSession, BoundToken } from './session-keys.ts';
import { CustomerSession, Session, SessionInfo, SessionList, VisitorSession } from './session.ts';
import type { ShopifyArea } from './shopify.ts';
import { staffRoutes } from './staff-routes.ts';
import type { StaffRole } from './staff.ts';
import { MOST_UPLOAD_KIB, Upload, uploadTypes, type UploadType } from './uploads.ts';
import {
  Alert,
  AlertKind,
  AlertRequest,
  GiftMark,
  GiftMarkRemoval,
  ListId,
  OwnListId,
  Share,
  SharedAddition,
  SharedWishlist,
  ShareRequest,
  Wish,
  WishCounts,
  WishedProducts,
  WishedQuery,
  Wishlist,
  WishlistMerge,
  WishlistMerged,
  WishlistRemoval,
  WishlistRequest,
  Wishlists,
  WishQuery,
  WishRemoval,
  WishRequest,
} from './wishlists.ts';
import {
  CustomerNews,
  OrderNews,
  ProductNews,
  TrackingUpdate,
  WebhookReceipt,
} from './webhooks.ts';

/**
 * Who may call: anyone; a session of one of these kinds; the refresh cookie; a signed webhook; the
 * console's own page, with somebody of the shop signed in (`staff`) or not (`console`).
 */
export type Access =
  | 'anyone'
  | 'visitor'
  | 'guest'
  | 'customer'
  | 'cookie'
  | 'webhook'
  | 'console'
  | 'staff';

export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /v1; `:name` is a parameter. */
  path: string;
  summary: string;
  area: string;
  /** `guest` lets customers in as well, `visitor` anyone with a session. */
  access: Access;
  /** Of a customer: asks for a proof of who they are that is younger than ten minutes. */
  fresh?: true;
  /** Of the shop's people: this role and those above. Left out: all of them. */
  role?: Exclude<StaffRole, 'agent'>;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Also takes Shopify's webhooks of this area, told by their headers. */
  shopify?: ShopifyArea;
  /** Its body is another’s, who signs it in their own way: its handler looks at both. */
  foreign?: true;
  /** Its body is a file of one of these types. */
  takes?: readonly UploadType[];
  /** How large a body may be; 32 when left out. */
  mostKiB?: number;
  /** Success status to schema; null is an empty body, 'stream' an event stream, 'file' a file. */
  answers: Record<number, z.ZodType | null | 'stream' | 'file'>;
  /** Beyond what every route may answer. */
  problems?: readonly ProblemCode[];
  /** Needs an Idempotency-Key. */
  keyed?: true;
  /** Needs a DPoP proof: the request is signed with a key of the browser. */
  proof?: true;
}

const byId = z.object({ id: Id });
const byIdOrNumber = z.object({
  id: Id.describe(
    'The order’s id; or its number as printed, written as anyone would: the caller’s own order of that number',
  ),
});

const ofShare = z.object({ token: z.string().min(1).max(64) });
const ofSharedProduct = ofShare.extend({ product: Id });
const ofWish = z.object({ id: ListId, product: Id });
const ofOwnList = z.object({ id: OwnListId });
const ofVariant = z.object({ variant: Id });

/** Why a wish about an order is refused: by what the order is, or by the shop's policy. */
const quoting = ['code_required', 'not_found', ...ruleProblems] as const;
const confirmed = [...quoting, 'quote_changed', 'quote_expired', 'quote_invalid'] as const;

/** Every route there is. The backend mounts this list, the OpenAPI document is made of it. */
export const routes = {
  getDesk: {
    method: 'get',
    path: '/desk',
    area: 'desk',
    access: 'anyone',
    summary: 'The shop as the widget needs it: name, brand, capabilities, contact',
    answers: { 200: Desk },
  },
  createChallenge: {
    method: 'post',
    path: '/identity/challenges',
    area: 'identity',
    access: 'anyone',
    keyed: true,
    summary:
      'Send a code to an address, to the contact of the order a guest follows, or to one’s own',
    body: ChallengeRequest,
    answers: { 202: Challenge },
    problems: [
      'channel_unavailable',
      'unauthenticated',
      'shop_mismatch',
      'order_not_found',
      'too_many_tries',
    ],
  },
  answerChallenge: {
    method: 'post',
    path: '/identity/challenges/:id/answer',
    area: 'identity',
    access: 'anyone',
    keyed: true,
    summary:
      'Give the code, or the token of a link; a session starts and the refresh cookie is set',
    params: byId,
    body: ChallengeAnswer,
    answers: { 200: CustomerSession },
    problems: ['wrong_code', 'challenge_used', 'challenge_expired', 'too_many_tries'],
  },
  createLookup: {
    method: 'post',
    path: '/identity/lookups',
    area: 'identity',
    access: 'anyone',
    keyed: true,
    summary: 'Follow one order by its number and the e-mail or phone it was placed with',
    body: LookupRequest,
    answers: { 200: Session, 202: Challenge },
    problems: ['order_not_found', 'channel_unavailable', 'too_many_tries', 'not_found'],
  },
  createAssertion: {
    method: 'post',
    path: '/identity/assertions',
    area: 'identity',
    access: 'anyone',
    keyed: true,
    summary: 'Sign in with what the shop’s own login has signed; each token serves once',
    body: AssertionRequest,
    answers: { 200: CustomerSession },
    problems: ['assertion_invalid'],
  },
  createVisitor: {
    method: 'post',
    path: '/session',
    area: 'session',
    access: 'anyone',
    keyed: true,
    summary: 'Begin a session of somebody who does not tell who they are, to talk with the shop',
    answers: { 201: VisitorSession },
  },
  refreshSession: {
    method: 'post',
    path: '/session/refresh',
    area: 'session',
    access: 'cookie',
    summary: 'Trade the refresh cookie for a new access token; anonymous when there is none',
    answers: { 200: Session },
    problems: ['header_required'],
  },
  getSession: {
    method: 'get',
    path: '/session',
    area: 'session',
    access: 'anyone',
    summary: 'Who the access token belongs to',
    answers: { 200: SessionInfo },
    problems: ['unauthenticated', 'shop_mismatch'],
  },
  endSession: {
    method: 'delete',
    path: '/session',
    area: 'session',
    access: 'cookie',
    summary: 'Sign out: access tokens and the refresh cookie end at once',
    answers: { 204: null },
    problems: ['header_required'],
  },
  bindSession: {
    method: 'post',
    path: '/session/key',
    area: 'session',
    access: 'visitor',
    proof: true,
    summary:
      'Where the cookie did not hold: bind the session to the key of the proof (with ath), within two minutes of its start',
    answers: { 200: BoundToken },
    problems: ['key_refused'],
  },
  refreshBoundSession: {
    method: 'post',
    path: '/session/key/refresh',
    area: 'session',
    access: 'anyone',
    proof: true,
    summary: 'Trade a bound refresh token for new tokens; anonymous when it is good no more',
    body: BoundRefresh,
    answers: { 200: BoundSession },
  },
  listSessions: {
    method: 'get',
    path: '/sessions',
    area: 'session',
    access: 'customer',
    summary: 'Where this customer is signed in, the newest first',
    answers: { 200: SessionList },
    problems: ['code_required'],
  },
  endOtherSession: {
    method: 'delete',
    path: '/sessions/:id',
    area: 'session',
    access: 'customer',
    fresh: true,
    summary: 'Sign out of one of them; its open streams end as well',
    params: byId,
    answers: { 204: null },
    problems: ['code_required', 'not_found'],
  },
  endAllSessions: {
    method: 'delete',
    path: '/sessions',
    area: 'session',
    access: 'customer',
    summary: 'Sign out everywhere, here too; whoever fears a thief need not prove a thing first',
    answers: { 204: null },
    problems: ['code_required'],
  },
  getCustomer: {
    method: 'get',
    path: '/customer',
    area: 'customer',
    access: 'customer',
    summary: 'Who the customer is: name, contact, their own address',
    answers: { 200: CustomerDetails },
    problems: ['code_required', 'unauthenticated'],
  },
  changeCustomer: {
    method: 'patch',
    path: '/customer',
    area: 'customer',
    access: 'customer',
    fresh: true,
    keyed: true,
    summary: 'Change the customer’s own address; orders that are placed keep theirs',
    body: CustomerChange,
    answers: { 200: CustomerDetails },
    problems: ['code_required', 'unauthenticated'],
  },
  exportCustomer: {
    method: 'get',
    path: '/customer/export',
    area: 'customer',
    access: 'customer',
    fresh: true,
    summary: 'All that is kept of the customer',
    answers: { 200: CustomerExport },
    problems: ['code_required'],
  },
  listPaymentMethods: {
    method: 'get',
    path: '/customer/payment-methods',
    area: 'customer',
    access: 'customer',
    summary: 'How the customer may pay or be paid, and what is left on their gift cards',
    answers: { 200: PaymentMethodList },
    problems: ['code_required'],
  },
  listProducts: {
    method: 'get',
    path: '/products',
    area: 'catalogue',
    access: 'customer',
    summary: 'Products of which something can be had, by name',
    query: ProductQuery,
    answers: { 200: ProductPage },
    problems: ['code_required'],
  },
  getProduct: {
    method: 'get',
    path: '/products/:id',
    area: 'catalogue',
    access: 'customer',
    summary: 'A product with its variants, their prices and whether they can be had',
    params: byId,
    answers: { 200: Product },
    problems: ['code_required', 'not_found'],
  },
  listRecommendations: {
    method: 'get',
    path: '/recommendations',
    area: 'recommendations',
    access: 'anyone',
    summary:
      'What may suit whoever looks, each with its reason; with a customer’s session, without what they have',
    query: RecommendationQuery,
    answers: { 200: RecommendationList },
    problems: ['unauthenticated', 'shop_mismatch'],
  },
  dismissProduct: {
    method: 'post',
    path: '/recommendations/dismissals',
    area: 'recommendations',
    access: 'customer',
    keyed: true,
    summary: 'Not for me: the product is not recommended to the customer any more',
    body: Dismissal,
    answers: { 201: Dismissal },
    problems: ['code_required', 'not_found'],
  },
  undismissProduct: {
    method: 'delete',
    path: '/recommendations/dismissals/:id',
    area: 'recommendations',
    access: 'customer',
    summary: 'Take “not for me” back, by the product’s id',
    params: byId,
    answers: { 204: null },
    problems: ['code_required'],
  },
  listOrders: {
    method: 'get',
    path: '/orders',
    area: 'orders',
    access: 'customer',
    summary: 'The customer’s orders, newest first',
    query: OrderQuery,
    answers: { 200: OrderPage },
    problems: ['code_required'],
  },
  getOrder: {
    method: 'get',
    path: '/orders/:id',
    area: 'orders',
    access: 'customer',
    summary: 'One order with lines, parcels, sums, payments and address',
    params: byIdOrNumber,
    answers: { 200: Order },
    problems: ['code_required', 'not_found'],
  },
  getOrderTracking: {
    method: 'get',
    path: '/orders/:id/tracking',
    area: 'orders',
    access: 'guest',
    summary: 'Where one order is, without name, items, prices or address',
    params: byIdOrNumber,
    answers: { 200: OrderTracking },
    problems: ['code_required', 'not_found'],
  },
  getReorder: {
    method: 'get',
    path: '/orders/:id/reorder',
    area: 'orders',
    access: 'customer',
    summary:
      'What of an order can be bought again, at the prices of now, and what stands in for the rest',
    params: byIdOrNumber,
    answers: { 200: Reorder },
    problems: ['code_required', 'not_found'],
  },
  quoteCancellation: {
    method: 'post',
    path: '/orders/:id/cancellation/quote',
    area: 'changes',
    access: 'customer',
    summary: 'What cancelling an order, or part of it, comes to; nothing is done',
    params: byIdOrNumber,
    body: CancellationRequest,
    answers: { 200: Quote },
    problems: quoting,
  },
  cancelOrder: {
    method: 'post',
    path: '/orders/:id/cancellation',
    area: 'changes',
    access: 'customer',
    keyed: true,
    fresh: true,
    summary: 'Cancel an order, or part of it, as quoted',
    params: byIdOrNumber,
    body: Cancellation,
    answers: { 200: Receipt },
    problems: confirmed,
  },
  quoteEdit: {
    method: 'post',
    path: '/orders/:id/edits/quote',
    area: 'changes',
    access: 'customer',
    summary: 'What changing an order comes to; nothing is done',
    params: byIdOrNumber,
    body: EditRequest,
    answers: { 200: Quote },
    problems: quoting,
  },
  editOrder: {
    method: 'post',
    path: '/orders/:id/edits',
    area: 'changes',
    access: 'customer',
    keyed: true,
    fresh: true,
    summary: 'Change items, address, contact, delivery or payment of an order, as quoted',
    params: byIdOrNumber,
    body: Edit,
    answers: { 200: Receipt },
    problems: confirmed,
  },
  quoteReturn: {
    method: 'post',
    path: '/orders/:id/returns/quote',
    area: 'returns',
    access: 'customer',
    summary: 'What sending something back or exchanging it comes to; nothing is done',
    params: byIdOrNumber,
    body: ReturnRequest,
    answers: { 200: Quote },
    problems: quoting,
  },
  createReturn: {
    method: 'post',
    path: '/orders/:id/returns',
    area: 'returns',
    access: 'customer',
    keyed: true,
    fresh: true,
    summary: 'Send something back, or exchange it, as quoted; the receipt names the return',
    params: byIdOrNumber,
    body: ReturnConfirmation,
    answers: { 200: Receipt },
    problems: confirmed,
  },
  getReturn: {
    method: 'get',
    path: '/returns/:id',
    area: 'returns',
    access: 'customer',
    summary: 'How a return stands: its code or label, its way, its money',
    params: byId,
    answers: { 200: Return },
    problems: ['code_required', 'not_found'],
  },
  getReturnLabel: {
    method: 'get',
    path: '/returns/:id/label',
    area: 'returns',
    access: 'customer',
    summary: 'The label of a return, to print',
    params: byId,
    answers: { 200: ReturnLabel },
    problems: ['code_required', 'not_found'],
  },
  cancelReturn: {
    method: 'post',
    path: '/returns/:id/cancellation',
    area: 'returns',
    access: 'customer',
    keyed: true,
    fresh: true,
    summary: 'Keep what was to be sent back, while it is not on its way',
    params: byId,
    answers: { 200: Return },
    problems: ['code_required', 'not_found', 'not_offered', 'return_moved_on'],
  },
  quoteOutcomes: {
    method: 'post',
    path: '/returns/:id/outcomes/quote',
    area: 'returns',
    access: 'customer',
    summary: 'What another outcome for what is sold out comes to; nothing is done',
    params: byId,
    body: OutcomesRequest,
    answers: { 200: Quote },
    problems: quoting,
  },
  chooseOutcomes: {
    method: 'post',
    path: '/returns/:id/outcomes',
    area: 'returns',
    access: 'customer',
    keyed: true,
    fresh: true,
    summary: 'Choose again what is sold out, or take the money, as quoted; while the return waits',
    params: byId,
    body: OutcomesConfirmation,
    answers: { 200: Receipt },
    problems: confirmed,
  },
  quoteReport: {
    method: 'post',
    path: '/orders/:id/reports/quote',
    area: 'changes',
    access: 'customer',
    summary: 'What telling that something is wrong comes to; nothing is done',
    params: byIdOrNumber,
    body: ReportRequest,
    answers: { 200: Quote },
    problems: quoting,
  },
  reportOrder: {
    method: 'post',
    path: '/orders/:id/reports',
    area: 'changes',
    access: 'customer',
    keyed: true,
    fresh: true,
    summary:
      'Tell that something is wrong: settled at once as quoted, or kept for the shop’s people',
    params: byIdOrNumber,
    body: Report,
    answers: { 200: Receipt },
    problems: confirmed,
  },
  undoReceipt: {
    method: 'post',
    path: '/orders/:id/receipts/:receipt/undo',
    area: 'changes',
    access: 'customer',
    keyed: true,
    fresh: true,
    summary: 'Take back what a receipt tells of, until its undoUntil',
    params: z.object({ id: byIdOrNumber.shape.id, receipt: Id }),
    answers: { 200: Receipt },
    problems: ['code_required', 'not_found', 'not_offered', 'undo_over'],
  },
  createUpload: {
    method: 'post',
    path: '/uploads',
    area: 'uploads',
    access: 'customer',
    keyed: true,
    summary:
      'Send a picture, to be named in what is sent next; forgotten after a day when nothing names it',
    takes: uploadTypes,
    mostKiB: MOST_UPLOAD_KIB,
    answers: { 201: Upload },
    problems: ['code_required', 'file_not_as_said', 'file_refused', 'too_many_files'],
  },
  getUpload: {
    method: 'get',
    path: '/uploads/:id',
    area: 'uploads',
    access: 'customer',
    summary: 'A picture of one’s own, to be saved: no page may show it as its own',
    params: byId,
    answers: { 200: 'file' },
    problems: ['code_required', 'not_found'],
  },
  getWishlists: {
    method: 'get',
    path: '/wishlists',
    area: 'wishlists',
    access: 'customer',
    summary: 'All that the customer has saved: lists, wishes, links to share them, mails asked for',
    answers: { 200: Wishlists },
    problems: ['code_required'],
  },
  mergeWishlists: {
    method: 'post',
    path: '/wishlists/merge',
    area: 'wishlists',
    access: 'customer',
    keyed: true,
    summary:
      'Take in what a device has saved; of each thing the later write counts, here and on every device',
    body: WishlistMerge,
    mostKiB: 1024,
    answers: { 200: WishlistMerged },
    problems: ['code_required', 'wishlist_full', 'too_many_wishlists'],
  },
  countWishes: {
    method: 'get',
    path: '/wishlists/counts',
    area: 'wishlists',
    access: 'anyone',
    summary: 'How many shoppers have saved each of these products',
    query: WishedQuery,
    answers: { 200: WishCounts },
  },
  listWishedProducts: {
    method: 'get',
    path: '/wishlists/products',
    area: 'wishlists',
    access: 'anyone',
    summary: 'The products of these ids, as a wishlist shows them',
    query: WishedQuery,
    answers: { 200: WishedProducts },
  },
  setAlert: {
    method: 'put',
    path: '/wishlists/alerts/:variant',
    area: 'wishlists',
    access: 'customer',
    summary: 'Ask for one mail when a variant is back, costs less, or few are left',
    params: ofVariant,
    body: AlertRequest,
    answers: { 200: Alert },
    problems: ['code_required', 'not_found', 'not_offered', 'wishlist_full'],
  },
  removeAlert: {
    method: 'delete',
    path: '/wishlists/alerts/:variant',
    area: 'wishlists',
    access: 'customer',
    summary: 'Ask for it no longer',
    params: ofVariant,
    query: z.object({ kind: AlertKind }),
    answers: { 204: null },
    problems: ['code_required'],
  },
  endAlert: {
    method: 'delete',
    path: '/wishlists/mails/:token',
    area: 'wishlists',
    access: 'anyone',
    summary: 'Ask for it no longer, by the token of the link in the mail; nobody signs in for that',
    params: z.object({ token: z.string().min(1).max(128) }),
    answers: { 204: null },
  },
  getSharedWishlist: {
    method: 'get',
    path: '/wishlists/shared/:token',
    area: 'wishlists',
    access: 'anyone',
    summary: 'A list as those see it who have its link',
    params: ofShare,
    answers: { 200: SharedWishlist },
    problems: ['not_found', 'unauthenticated', 'shop_mismatch'],
  },
  addToSharedWishlist: {
    method: 'put',
    path: '/wishlists/shared/:token/items/:product',
    area: 'wishlists',
    access: 'anyone',
    summary: 'Add something to a list that is open to friends',
    params: ofSharedProduct,
    body: SharedAddition,
    answers: { 204: null },
    problems: ['not_found', 'not_offered', 'wishlist_full'],
  },
  markGift: {
    method: 'put',
    path: '/wishlists/shared/:token/marks/:product',
    area: 'wishlists',
    access: 'anyone',
    summary: 'Tell the other friends that this one is taken',
    params: ofSharedProduct,
    body: GiftMark,
    answers: { 204: null },
    problems: ['not_found', 'not_offered', 'gift_taken'],
  },
  unmarkGift: {
    method: 'delete',
    path: '/wishlists/shared/:token/marks/:product',
    area: 'wishlists',
    access: 'anyone',
    summary: 'Take one’s own mark away',
    params: ofSharedProduct,
    query: GiftMarkRemoval,
    answers: { 204: null },
    problems: ['not_found'],
  },
  putWishlist: {
    method: 'put',
    path: '/wishlists/:id',
    area: 'wishlists',
    access: 'customer',
    summary: 'Make a list, or give it another name',
    params: ofOwnList,
    body: WishlistRequest,
    answers: { 200: Wishlist },
    problems: ['code_required', 'too_many_wishlists'],
  },
  removeWishlist: {
    method: 'delete',
    path: '/wishlists/:id',
    area: 'wishlists',
    access: 'customer',
    summary: 'Delete a list; what was in it stays saved',
    params: ofOwnList,
    query: WishlistRemoval,
    answers: { 200: Wishlist },
    problems: ['code_required'],
  },
  putWish: {
    method: 'put',
    path: '/wishlists/:id/items/:product',
    area: 'wishlists',
    access: 'customer',
    summary: 'Save a product or one variant of it in this list; from another list it moves here',
    params: ofWish,
    query: WishQuery,
    body: WishRequest,
    answers: { 200: Wish },
    problems: ['code_required', 'wishlist_full'],
  },
  removeWish: {
    method: 'delete',
    path: '/wishlists/:id/items/:product',
    area: 'wishlists',
    access: 'customer',
    summary: 'Take it away, from whichever list it is in',
    params: ofWish,
    query: WishRemoval,
    answers: { 200: Wish },
    problems: ['code_required'],
  },
  shareWishlist: {
    method: 'put',
    path: '/wishlists/:id/share',
    area: 'wishlists',
    access: 'customer',
    summary: 'Make the link to a list, or open or close it to friends; the same link each time',
    params: z.object({ id: ListId }),
    body: ShareRequest,
    answers: { 200: Share },
    problems: ['code_required', 'not_found'],
  },
  unshareWishlist: {
    method: 'delete',
    path: '/wishlists/:id/share',
    area: 'wishlists',
    access: 'customer',
    summary: 'Take the link back: it opens nothing any more, and what friends marked is forgotten',
    params: z.object({ id: ListId }),
    answers: { 204: null },
    problems: ['code_required'],
  },
  sendEvents: {
    method: 'post',
    path: '/events',
    area: 'events',
    access: 'anyone',
    summary: 'Keep what a shopper did who agreed to it; each event by its own id, once',
    body: EventBatch,
    answers: { 202: EventReceipt },
    problems: ['unauthenticated', 'shop_mismatch'],
  },
  listKnownEvents: {
    method: 'post',
    path: '/events/known',
    area: 'events',
    access: 'anyone',
    summary: 'What is known of who the device has been, and of the customer; the newest first',
    body: KnownEventsRequest,
    answers: { 200: KnownEvents },
    problems: ['unauthenticated', 'shop_mismatch'],
  },
  removeEvents: {
    method: 'post',
    path: '/events/removal',
    area: 'events',
    access: 'anyone',
    keyed: true,
    summary: 'Remove of that one event, all of a type, or all',
    body: EventRemoval,
    answers: { 200: EventsRemoved },
    problems: ['unauthenticated', 'shop_mismatch'],
  },
  listConversations: {
    method: 'get',
    path: '/conversations',
    area: 'conversations',
    access: 'visitor',
    summary: 'One’s conversations with the shop, the newest first, and when a person answers',
    answers: { 200: ConversationList },
  },
  openConversation: {
    method: 'post',
    path: '/conversations',
    area: 'conversations',
    access: 'visitor',
    keyed: true,
    summary: 'The conversation in which nothing is written yet; a new one where there is none',
    answers: { 200: Conversation },
  },
  listMessages: {
    method: 'get',
    path: '/conversations/:id/messages',
    area: 'conversations',
    access: 'visitor',
    summary: 'Messages in their order: after a sequence, or the newest, or those before one',
    params: byId,
    query: MessageQuery,
    answers: { 200: MessagePage },
    problems: ['not_found'],
  },
  sendMessage: {
    method: 'post',
    path: '/conversations/:id/messages',
    area: 'conversations',
    access: 'visitor',
    summary: 'Write something. Sent again with the same `client` it is not written twice',
    params: byId,
    body: MessageRequest,
    answers: { 200: Message },
    problems: ['not_found', 'too_many_messages', 'upload_not_found'],
  },
  markConversation: {
    method: 'post',
    path: '/conversations/:id/marks',
    area: 'conversations',
    access: 'visitor',
    summary: 'How far the shopper has come; a mark only ever moves on',
    params: byId,
    body: MarkRequest,
    answers: { 204: null },
    problems: ['not_found'],
  },
  tellTyping: {
    method: 'post',
    path: '/conversations/:id/typing',
    area: 'conversations',
    access: 'visitor',
    summary: 'The shopper is writing; good for some seconds',
    params: byId,
    answers: { 204: null },
    problems: ['not_found'],
  },
  mailConversation: {
    method: 'post',
    path: '/conversations/:id/mail',
    area: 'conversations',
    access: 'visitor',
    keyed: true,
    summary: 'Have answers that are not seen here sent by mail, or no longer',
    params: byId,
    body: MailRequest,
    answers: { 200: Conversation },
    problems: ['not_found', 'channel_unavailable'],
  },
  mailTranscript: {
    method: 'post',
    path: '/conversations/:id/transcript',
    area: 'conversations',
    access: 'visitor',
    keyed: true,
    summary: 'Mail all that was said to the customer, or to where answers go; once in 5 minutes',
    params: byId,
    answers: { 202: null },
    problems: ['not_found', 'channel_unavailable'],
  },
  rateConversation: {
    method: 'post',
    path: '/conversations/:id/rating',
    area: 'conversations',
    access: 'visitor',
    keyed: true,
    summary: 'How it was, from 1 to 5; the last word counts',
    params: byId,
    body: RatingRequest,
    answers: { 200: Conversation },
    problems: ['not_found'],
  },
  stream: {
    method: 'get',
    path: '/stream',
    area: 'live',
    access: 'visitor',
    summary: 'Server-sent events: ids of what changed for this session; read again after a gap',
    answers: { 200: 'stream' },
  },
  trackingWebhook: {
    method: 'post',
    path: '/webhooks/tracking',
    area: 'webhooks',
    access: 'webhook',
    summary: 'A carrier’s news of one parcel, signed with the shop’s webhook secret',
    body: TrackingUpdate,
    mostKiB: 256,
    answers: { 200: WebhookReceipt },
    problems: ['signature_invalid'],
  },
  ordersWebhook: {
    method: 'post',
    path: '/webhooks/orders',
    area: 'webhooks',
    access: 'webhook',
    summary: 'An order as it is now: a row of the import format, or a webhook of Shopify’s',
    body: OrderNews,
    shopify: 'orders',
    mostKiB: 2048,
    answers: { 200: WebhookReceipt },
    problems: ['signature_invalid', 'topic_not_taken', 'validation_failed'],
  },
  productsWebhook: {
    method: 'post',
    path: '/webhooks/products',
    area: 'webhooks',
    access: 'webhook',
    summary: 'A product as it is now, or that it is gone; ours or Shopify’s',
    body: ProductNews,
    shopify: 'products',
    mostKiB: 2048,
    answers: { 200: WebhookReceipt },
    problems: ['signature_invalid', 'topic_not_taken', 'validation_failed'],
  },
  customersWebhook: {
    method: 'post',
    path: '/webhooks/customers',
    area: 'webhooks',
    access: 'webhook',
    summary: 'A customer as they are now, or that they are to be erased; ours or Shopify’s',
    body: CustomerNews,
    shopify: 'customers',
    mostKiB: 2048,
    answers: { 200: WebhookReceipt },
    problems: ['signature_invalid', 'topic_not_taken', 'validation_failed'],
  },
  paymentsWebhook: {
    method: 'post',
    path: '/webhooks/payments',
    area: 'webhooks',
    access: 'webhook',
    summary: 'News of who moves the shop’s money, as it writes and signs them',
    foreign: true,
    mostKiB: 512,
    answers: { 200: WebhookReceipt },
    problems: ['signature_invalid', 'payload_too_large'],
  },
  ...staffRoutes,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;

/** What any route may answer beside its own refusals. */
export const commonProblems = [
  'invalid_request',
  'shop_required',
  'shop_not_found',
  'origin_not_allowed',
  'too_many_requests',
  'internal',
  'unavailable',
] as const satisfies readonly ProblemCode[];
const signedIn = ['unauthenticated', 'shop_mismatch'] as const;
const withBody = [
  'malformed_json',
  'payload_too_large',
  'unsupported_media_type',
  'validation_failed',
] as const;
const withFile = ['file_too_large', 'file_type_refused'] as const;
const withKey = [
  'idempotency_key_missing',
  'idempotency_in_flight',
  'idempotency_key_reused',
] as const;

/** Whether nobody without a session may call. */
export const asksForSession = ({ access }: Pick<Route, 'access'>): boolean =>
  access === 'visitor' || access === 'guest' || access === 'customer';

/** Whether only the console's own page may call. */
export const isOfConsole = ({ access }: Pick<Route, 'access'>): boolean =>
  access === 'console' || access === 'staff';

/** Every code a route may answer with; a test holds the backend to it. */
export function problemsOf(route: Route): ProblemCode[] {
  return [
    ...new Set<ProblemCode>([
      ...commonProblems,
      ...(asksForSession(route) ? signedIn : []),
      ...(isOfConsole(route) ? (['header_required'] as const) : []),
      ...(route.access === 'staff' ? (['unauthenticated'] as const) : []),
      ...(route.role ? (['role_required'] as const) : []),
      ...(route.body ? withBody : []),
      ...(route.takes ? withFile : []),
      ...(route.keyed ? withKey : []),
      ...(route.proof ? (['proof_invalid'] as const) : []),
      ...(route.fresh ? (['step_up_required'] as const) : []),
      ...(route.problems ?? []),
    ]),
  ];
}
