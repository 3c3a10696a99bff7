import type { Receipt } from '../../contract/quotes.ts';
import type { StaffChangeRequest } from '../../contract/staff-orders.ts';
import { decideByStaff } from '../../domain/changes/by-staff.ts';
import { productOf } from '../../domain/products.ts';
import type { Platform } from '../ports.ts';
import type { Changes } from '../services/changes.ts';
import type { Wanted } from '../services/decided-changes.ts';
import type { TellReceipt } from '../services/receipt-mails.ts';
import { isRefusal, refuse } from '../services/refusal.ts';
import type { MakeLabel } from '../services/return-labels.ts';
import type { StaffCaller } from '../services/staff-callers.ts';
import type { ReaderLanguage, ReadStaffOrder } from '../services/staff-orders.ts';
import type { Ask, Handlers } from './frame/handler.ts';
import { cancelling, editing, returning } from './wishes.ts';

/** What the shop's people do for a customer: the shopper's own writes, with who it was and why. */
export const staffOrderRoutes = (
  read: ReadStaffOrder,
  languageOf: ReaderLanguage,
  platform: Pick<Platform, 'product'>,
  changes: Changes,
  tellReceipt: TellReceipt,
  makeLabel: MakeLabel,
): Pick<
  Handlers,
  'getStaffOrder' | 'getStaffProduct' | 'quoteStaffChange' | 'makeStaffChange' | 'undoStaffChange'
> => {
  type Doing = Pick<
    Ask<'makeStaffChange'>,
    'shop' | 'caller' | 'params' | 'request' | 'afterwards'
  >;
  /** Not the colleague's, where the reader's is known. */
  const readersLanguage = async ({ shop, params, request }: Doing) =>
    (await languageOf(shop, params.id)) ?? request.headers.get('accept-language');
  const mailed = (
    { shop, caller, afterwards }: Doing,
    receipt: Receipt,
    language: string | null,
  ) => {
    afterwards('receipt_mail_failed', () => tellReceipt({ shop, caller, receipt, language }));
    return told(receipt);
  };
  return {
    async getStaffOrder({ shop, caller, params }) {
      const order = await read(shop, caller, params.id);
      return isRefusal(order) ? order : { status: 200, cache: 'private', body: order };
    },

    async getStaffProduct({ shop, params }) {
      const product = await platform.product(shop, params.id);
      return product
        ? { status: 200, cache: 'private', body: productOf(product) }
        : refuse('not_found');
    },

    async quoteStaffChange({ shop, caller, params, body }) {
      const quote = await changes.quote(shop, caller, params.id, byStaff(caller, body));
      if (isRefusal(quote)) return quote;
      return { status: 200, body: { ...quote, beyond: quote.beyond ?? [] } };
    },

    async makeStaffChange(ask) {
      const { shop, caller, params, keep, afterwards } = ask;
      const { quote, why, ...request } = ask.body;
      const language = await readersLanguage(ask);
      const wanted = { ...byStaff(caller, request), quote, why, language };
      const receipt = await changes.confirm(shop, caller, params.id, wanted, keep(told));
      if (isRefusal(receipt)) return receipt;
      const { return: id } = receipt;
      if (id !== undefined) afterwards('label_failed', () => makeLabel(shop, id));
      return mailed(ask, receipt, language);
    },

    async undoStaffChange(ask) {
      const { shop, caller, params, keep } = ask;
      const undone = await changes.undo(shop, caller, params.id, params.receipt, keep(told));
      return isRefusal(undone) ? undone : mailed(ask, undone, await readersLanguage(ask));
    },
  };
};

const told = (receipt: Receipt) => ({ status: 200 as const, body: receipt });

/** A shopper's wish, decided as far as this role goes. */
function byStaff({ role }: Pick<StaffCaller, 'role'>, request: StaffChangeRequest): Wanted {
  const wanted = wantedOf(request);
  const waiveFees = request.kind === 'return' && request.waiveFees;
  return {
    ...wanted,
    decide: (held) =>
      decideByStaff({ order: held.case.order, policy: held.policy, role, waiveFees }, (policy) =>
        wanted.decide({ ...held, policy }),
      ),
  };
}

function wantedOf(request: StaffChangeRequest): Wanted {
  switch (request.kind) {
    case 'cancellation':
      return cancelling(request.wish);
    case 'edit':
      return editing(request.wish);
    case 'return':
      return returning({ ...request.wish, gift: false });
  }
}
