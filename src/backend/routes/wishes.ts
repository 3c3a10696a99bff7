import type { CancellationRequest } from '../../contract/cancellations.ts';
import type { EditRequest } from '../../contract/edits.ts';
import type { ReportRequest } from '../../contract/reports.ts';
import type { ReturnRequest } from '../../contract/returns.ts';
import { decideCancellation } from '../../domain/changes/cancellation.ts';
import { decideEdit } from '../../domain/changes/edits.ts';
import { decideReport } from '../../domain/reports/reports.ts';
import { decideReturn } from '../../domain/returns/returns.ts';
import type { Wanted } from '../services/decided-changes.ts';

/** What is wished about an order, with the rule that decides it; whoever wishes it. */

export const cancelling = (request: CancellationRequest): Wanted => ({
  request,
  decide: (held) => decideCancellation({ ...held, request }),
});

export const editing = (request: EditRequest): Wanted => ({
  request,
  variants: request.kind === 'items' ? variantsOf(request) : [],
  decide: (held) => decideEdit({ ...held, request }),
});

export const reporting = (request: ReportRequest): Wanted => ({
  request,
  // what is sent again is what was sent
  variants: [],
  photos: request.photos ?? [],
  decide: (held) => decideReport({ ...held, request }),
});

const variantsOf = ({ lines, add }: Extract<EditRequest, { kind: 'items' }>): string[] => [
  ...lines.flatMap(({ variant }) => variant ?? []),
  ...add.map(({ variant }) => variant),
];

export const returning = (request: ReturnRequest): Wanted => ({
  request,
  variants: request.lines.flatMap(({ outcome }) =>
    outcome.kind === 'exchange' ? outcome.variant : [],
  ),
  photos: request.lines.flatMap(({ photos = [] }) => photos),
  decide: (held) => decideReturn({ ...held, request }),
});
