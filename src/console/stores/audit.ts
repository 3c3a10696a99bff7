import { atom, type ReadableAtom } from 'nanostores';
import type { AuditFilter, AuditPage } from '../../contract/staff.ts';
import { asProblem } from '../../widget/client/problem.ts';
import type { Send } from '../../widget/client/request.ts';
import { createRemote, type RemoteStore } from '../../widget/stores/remote.ts';
import { exportAudit, listAudit } from '../client/audit.ts';
import type { ThreadWork } from './thread.ts';

const PAGE = 50;

/** What the shop's people have done, newest first. */
export interface AuditLog {
  list: RemoteStore<AuditPage>;
  $filter: ReadableAtom<AuditFilter>;
  $work: ReadableAtom<ThreadWork>;
  filter(changed: AuditFilter): void;
  more(): void;
  /** As a table; undefined where that did not work. */
  table(): Promise<Blob | undefined>;
}

export function createAuditLog(send: Send): AuditLog {
  const $filter = atom<AuditFilter>({});
  const $work = atom<ThreadWork>({ busy: false });
  let pages = 1;
  const list = createRemote(async (signal) => {
    let page = await listAudit(send, { ...$filter.get(), limit: PAGE }, signal);
    for (let read = 1; read < pages && page.next !== undefined; read++) {
      const { items } = page;
      const next = await listAudit(
        send,
        { ...$filter.get(), cursor: page.next, limit: PAGE },
        signal,
      );
      page = { ...next, items: [...items, ...next.items] };
    }
    return page;
  });
  return {
    ...{ list, $filter, $work },
    filter(changed) {
      pages = 1;
      $filter.set({ ...$filter.get(), ...changed });
      void list.load();
    },
    more() {
      pages += 1;
      void list.load();
    },
    async table() {
      $work.set({ busy: true });
      try {
        const table = await exportAudit(send, $filter.get());
        $work.set({ busy: false });
        return table;
      } catch (error) {
        $work.set({ busy: false, problem: asProblem(error) });
        return undefined;
      }
    },
  };
}
