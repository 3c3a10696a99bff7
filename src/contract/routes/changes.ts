import { z } from 'zod';
import { Cancellation, CancellationRequest } from '../cancellations.ts';
import { Edit, EditRequest } from '../edits.ts';
import { Id } from '../primitives.ts';
import { Quote, Receipt } from '../quotes.ts';
import { Report, ReportRequest } from '../reports.ts';
import { byIdOrNumber, confirmed, quoting } from './route.ts';
import type { Route } from './route.ts';

/** What a shopper changes about an order: first a quote, then the wish with it. */
export const changeRoutes = {
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
} as const satisfies Record<string, Route>;
