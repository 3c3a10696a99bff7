import { createStaffDesk } from '../../backend/services/staff-desk.ts';
import type { Clock, Shops, Storage } from '../../backend/ports.ts';

const ines = { email: 'ines@alder.example', name: 'Ines Prado', role: 'admin' } as const;

/** Somebody to look around the console as; for a server whose mails stay on this machine. */
export async function sampleStaff({
  storage: { staff: store },
  shops,
  clock,
}: {
  storage: Storage;
  shops: Shops;
  clock: Clock;
}): Promise<string> {
  // at a second start she is there already
  await createStaffDesk({ store, clock }).add(shops.all()[0]!, ines);
  return ines.email;
}
