import { z } from 'zod';
import { Product } from '../products.ts';
import { Id } from '../primitives.ts';
import { ruleProblems } from '../reasons.ts';
import {
  StaffChange,
  StaffChangeRequest,
  StaffOrder,
  StaffQuote,
  StaffReceipt,
} from '../staff-orders.ts';
import { byId } from './route.ts';
import type { Route } from './route.ts';

/** What the shop’s people do with an order for its customer, as far as their role goes. */
export const staffOrderRoutes = {
  getStaffOrder: {
    method: 'get',
    path: '/staff/orders/:id',
    area: 'orders desk',
    access: 'staff',
    summary: 'An order, what was done with it, and what whoever asks may do for its customer',
    params: byId,
    answers: { 200: StaffOrder },
    problems: ['not_found'],
  },
  getStaffProduct: {
    method: 'get',
    path: '/staff/products/:id',
    area: 'orders desk',
    access: 'staff',
    summary: 'A product with its variants: what an item may become',
    params: byId,
    answers: { 200: Product },
    problems: ['not_found'],
  },
  quoteStaffChange: {
    method: 'post',
    path: '/staff/orders/:id/changes/quote',
    area: 'orders desk',
    access: 'staff',
    summary: 'What it comes to, and what of the shopper’s policy it goes beyond; nothing is done',
    params: byId,
    body: StaffChangeRequest,
    answers: { 200: StaffQuote },
    problems: ['not_found', ...ruleProblems],
  },
  makeStaffChange: {
    method: 'post',
    path: '/staff/orders/:id/changes',
    area: 'orders desk',
    access: 'staff',
    keyed: true,
    summary: 'Cancel, change, take back or exchange for the customer, as quoted, and say why',
    params: byId,
    body: StaffChange,
    answers: { 200: StaffReceipt },
    problems: ['not_found', ...ruleProblems, 'quote_changed', 'quote_expired', 'quote_invalid'],
  },
  undoStaffChange: {
    method: 'post',
    path: '/staff/orders/:id/receipts/:receipt/undo',
    area: 'orders desk',
    access: 'staff',
    keyed: true,
    summary: 'Take back what a receipt tells of, whoever did it, until its undoUntil',
    params: z.object({ id: Id, receipt: Id }),
    answers: { 200: StaffReceipt },
    problems: ['not_found', 'not_offered', 'undo_over'],
  },
} as const satisfies Record<string, Route>;
