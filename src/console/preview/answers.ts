import type { Desk } from '../../contract/desk.ts';
import type { OrderPage } from '../../contract/orders.ts';
import type { CustomerSession } from '../../contract/session.ts';

export interface Sample {
  /** Of whoever is greeted. */
  name: string;
  now: Date;
  /** What the backend tells everybody about the shop. */
  desk(): Promise<Desk>;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What the panel's home asks for; of anything else there is nothing. */
export async function sampleAnswer(path: string, sample: Sample): Promise<unknown> {
  switch (path) {
    case '/v1/desk':
      return quiet(await sample.desk());
    case '/v1/session/refresh':
      return someone(sample);
    case '/v1/orders':
      return oneOrder(sample);
    case '/v1/recommendations':
      return { items: [] };
    default:
      return undefined;
  }
}

/** Nothing is listened for, and nothing that is done counts. */
function quiet(desk: Desk): Desk {
  const { live: _, events: __, ...capabilities } = desk.capabilities;
  return { ...desk, capabilities };
}

function someone({ name, now }: Sample): CustomerSession {
  return {
    kind: 'customer',
    token: 'sample',
    expiresAt: new Date(now.getTime() + HOUR).toISOString(),
    verifiedAt: now.toISOString(),
    customer: { id: 'sample', firstName: name, lastName: '' },
  };
}

function oneOrder({ now }: Sample): OrderPage {
  const after = (time: number) => new Date(now.getTime() + time).toISOString();
  const arrives = after(2 * DAY);
  return {
    items: [
      {
        id: 'sample',
        number: '4182',
        placedAt: after(-3 * DAY),
        total: { amount: 8400, currency: 'EUR' },
        itemCount: 2,
        pictures: [],
        title: '4182',
        progress: {
          status: 'shipped',
          parcel: 'in_transit',
          progress: 2.6,
          estimate: { from: arrives, to: arrives },
          latest: { at: after(-2 * HOUR), status: 'in_transit', text: '' },
          needsYou: false,
          parcels: 1,
        },
      },
    ],
  };
}
