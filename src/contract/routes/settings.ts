import { z } from 'zod';
import {
  AnsweringSave,
  BrandSave,
  PolicyForm,
  PolicyPreview,
  PolicySave,
  PolicyTrial,
  SettingName,
  SettingSaved,
  ShopSettings,
} from '../settings.ts';
import type { Route } from './route.ts';

const setting = { area: 'settings', access: 'staff', role: 'admin' } as const;
/** A policy that names five hundred products is a long one. */
const saving = {
  ...setting,
  method: 'put',
  mostKiB: 256,
  answers: { 200: SettingSaved },
  problems: ['setting_changed_meanwhile'],
} as const;

/** What of a shop its admins set in the console; it stands over the config. */
export const settingRoutes = {
  getSettings: {
    ...setting,
    method: 'get',
    path: '/staff/settings',
    summary: 'What can be set, as it is, and who set it',
    answers: { 200: ShopSettings },
  },
  getPolicyForm: {
    ...setting,
    method: 'get',
    path: '/staff/settings/policy/form',
    summary: 'The JSON Schema of a policy, and policies to begin with',
    answers: { 200: PolicyForm },
  },
  previewPolicy: {
    ...setting,
    method: 'post',
    path: '/staff/settings/policy/preview',
    mostKiB: 256,
    summary: 'What a policy would mean for an order of the shop; nothing is saved',
    body: PolicyTrial,
    answers: { 200: PolicyPreview },
    problems: ['not_found'],
  },
  savePolicy: {
    ...saving,
    path: '/staff/settings/policy',
    summary: 'Set what shoppers may settle by themselves',
    body: PolicySave,
  },
  saveAnswering: {
    ...saving,
    path: '/staff/settings/answering',
    summary: 'Set opening hours, response targets, and how unassigned conversations are given out',
    body: AnsweringSave,
  },
  saveBrand: {
    ...saving,
    path: '/staff/settings/brand',
    summary: 'Set how the panel looks',
    body: BrandSave,
  },
  resetSetting: {
    ...setting,
    method: 'delete',
    path: '/staff/settings/:name',
    summary: 'Reset a setting to what the config says',
    params: z.object({ name: SettingName }),
    answers: { 204: null },
  },
} as const satisfies Record<string, Route>;
