/** A customer to look around as. */
export interface SampleCustomer {
  name: string;
  email: string;
  order: string;
}

const WANTED = 6;

/** The first customers of an import who have an e-mail and an order; stops reading when it has them. */
export async function sampleCustomers(
  rows: AsyncIterable<unknown> | Iterable<unknown>,
): Promise<SampleCustomer[]> {
  const people = new Map<string, Omit<SampleCustomer, 'order'>>();
  const orders = new Map<string, string>();
  const complete = () => [...people.keys()].filter((id) => orders.has(id));
  for await (const row of rows) {
    if (!isRow(row)) continue;
    if (row.type === 'customer' && row.email)
      people.set(row.id, {
        name: [row.firstName, row.lastName].filter(Boolean).join(' ') || row.id,
        email: row.email,
      });
    if (row.type === 'order' && row.customer && row.number && !orders.has(row.customer))
      orders.set(row.customer, row.number);
    if (row.type === 'order' && complete().length >= WANTED) break;
  }
  return complete()
    .slice(0, WANTED)
    .map((id) => ({ ...people.get(id)!, order: orders.get(id)! }));
}

interface Row {
  type: string;
  id: string;
  email?: string;
  firstName?: string;
  lastName?: string;
  customer?: string;
  number?: string;
}

/** Rows are checked by the import itself; here a bad one is passed over. */
const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && 'type' in value && 'id' in value;
