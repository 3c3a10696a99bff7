import { StaffFound as Guard } from '../../contract/guards/inbox.ts';
import type { StaffFound } from '../../contract/staff-search.ts';
import { readJson, type Send } from '../../widget/client/request.ts';

export const searchShop = async (
  send: Send,
  words: string,
  signal: AbortSignal,
): Promise<StaffFound> => readJson(await send('/search', { query: { words }, signal }), Guard);
