import { ReturnStep, StaffReturn, StaffReturnQuery, StaffReturns } from '../inbox.ts';
import { ruleProblems } from '../reasons.ts';
import { byId } from './route.ts';
import type { Route } from './route.ts';

/** What the console asks where parcels come back. */
export const returnsDeskRoutes = {
  listStaffReturns: {
    method: 'get',
    path: '/staff/returns',
    area: 'returns desk',
    access: 'staff',
    summary: 'Returns of the shop',
    query: StaffReturnQuery,
    answers: { 200: StaffReturns },
  },
  moveStaffReturn: {
    method: 'post',
    path: '/staff/returns/:id/steps',
    area: 'returns desk',
    access: 'staff',
    role: 'lead',
    keyed: true,
    summary: 'Agree to a return, refuse it, or say that it has come, is as it should be, or done',
    params: byId,
    body: ReturnStep,
    answers: { 200: StaffReturn },
    problems: ['not_found', ...ruleProblems],
  },
} as const satisfies Record<string, Route>;
