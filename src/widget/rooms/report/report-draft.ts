import type {
  ReportKind,
  ReportOffer,
  Resolution,
  UnitsOfLine,
} from '../../../contract/actions.ts';
import type { Order } from '../../../contract/orders.ts';
import type { ReportRequest } from '../../../contract/reports.ts';

export interface ReportDraft {
  kind: ReportKind;
  /** How many units of which line, by its id; they are kept when it is something else that is wrong. */
  units: Readonly<Record<string, number>>;
  resolution: Resolution;
  note: string;
  /** Ids of uploads. */
  photos: readonly string[];
}

export const offersOf = ({ actions }: Order): readonly ReportOffer[] => actions?.reports ?? [];

/** What is wrong. The only thing that can be is taken to be what is meant. */
export function offerOf(order: Order, { kind }: Partial<ReportDraft>): ReportOffer | undefined {
  const offers = offersOf(order);
  return offers.length === 1 ? offers[0] : offers.find((each) => each.kind === kind);
}

const BY_ITEM: ReadonlySet<ReportKind> = new Set<ReportKind>(['damaged', 'wrong', 'missing']);

/** What can be seen; `can`: the backend takes pictures that are not asked for, too. */
export const isPictured = ({ kind, photo }: ReportOffer, can: boolean): boolean =>
  !!photo || (can && BY_ITEM.has(kind));

/** Of what has arrived it is asked which; of what has not, all that is away is meant. */
export const asksWhich = ({ kind, lines }: ReportOffer): boolean =>
  BY_ITEM.has(kind) && lines.reduce((sum, { quantity }) => sum + quantity, 0) > 1;

/** How many units of a line are told of: never more than may be. */
export const countOf = (
  offer: ReportOffer,
  { line, quantity }: UnitsOfLine,
  { units = {} }: Partial<ReportDraft>,
): number => (asksWhich(offer) ? Math.min(units[line] ?? 0, quantity) : quantity);

export const unitsOf = (offer: ReportOffer, draft: Partial<ReportDraft>): UnitsOfLine[] =>
  offer.lines
    .map((units) => ({ line: units.line, quantity: countOf(offer, units, draft) }))
    .filter(({ quantity }) => quantity > 0);

/** The first stands until another is chosen; none where the shop’s people say. */
export const resolutionOf = (
  { resolutions }: ReportOffer,
  { resolution }: Partial<ReportDraft>,
): Resolution | undefined => resolutions.find((each) => each === resolution) ?? resolutions[0];

/** What is told; undefined while something is still to be answered. */
export function requestOf(order: Order, draft: Partial<ReportDraft>): ReportRequest | undefined {
  const offer = offerOf(order, draft);
  if (!offer) return undefined;
  const lines = unitsOf(offer, draft);
  if (!lines.length) return undefined;
  const resolution = resolutionOf(offer, draft);
  const note = draft.note?.trim();
  const photos = isPictured(offer, true) ? (draft.photos ?? []) : [];
  if (offer.photo && !photos.length) return undefined;
  return {
    ...{ kind: offer.kind, lines },
    ...(resolution && { resolution }),
    ...(note && { note }),
    ...(photos.length && { photos: [...photos] }),
  };
}
