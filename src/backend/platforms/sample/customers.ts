import type { CustomerRow } from '../../../contract/import.ts';

/** Sample customers: short names and long ones, and names in other scripts. */
export type CustomerId = 'mara' | 'jonas' | 'aiko' | 'layla' | 'maximiliane' | 'zoe' | 'nils';

export const customers: readonly (CustomerRow & { id: CustomerId })[] = [
  {
    type: 'customer',
    id: 'mara',
    email: 'mara@kern.eu',
    phone: '+32 470 00 41 20',
    firstName: 'Mara',
    lastName: 'Kern',
    address: {
      name: 'Mara Kern',
      lines: ['Kammenstraat 14'],
      postcode: '2000',
      city: 'Antwerp',
      country: 'BE',
    },
    paymentMethods: [
      { id: 'mara-visa', kind: 'card', label: 'Visa', lastFour: '4120' },
      { id: 'mara-paypal', kind: 'paypal', label: 'PayPal' },
      {
        ...{ id: 'mara-gift', kind: 'gift_card', label: 'Gift card' },
        balance: { amount: 5000, currency: 'EUR' },
      },
    ],
  },
  {
    type: 'customer',
    id: 'jonas',
    email: 'jonas.brandt@example.com',
    phone: '+49 30 000 1175',
    firstName: 'Jonas',
    lastName: 'Brandt',
    address: {
      name: 'Jonas Brandt',
      lines: ['Oderberger Straße 44', 'Hinterhaus, 3. Stock'],
      postcode: '10435',
      city: 'Berlin',
      country: 'DE',
    },
  },
  {
    type: 'customer',
    id: 'aiko',
    email: 'aiko.tanaka@example.jp',
    firstName: '愛子',
    lastName: '田中',
    address: {
      name: '田中 愛子',
      lines: ['神宮前 4-12-10', 'メゾン表参道 302'],
      postcode: '150-0001',
      city: '渋谷区',
      region: '東京都',
      country: 'JP',
    },
  },
  {
    type: 'customer',
    id: 'layla',
    email: 'layla.haddad@example.com',
    firstName: 'ليلى',
    lastName: 'حداد',
    address: {
      name: 'ليلى حداد',
      lines: ['شارع الحمرا ٢٧', 'الطابق الثالث'],
      city: 'بيروت',
      country: 'LB',
    },
  },
  {
    type: 'customer',
    id: 'maximiliane',
    email: 'maximiliane.von.wolkenstein@example.at',
    firstName: 'Maximiliane-Charlotte',
    lastName: 'Freifrau von Wolkenstein-Trostburg zu Oberndorf',
    address: {
      name: 'Maximiliane-Charlotte Freifrau von Wolkenstein-Trostburg zu Oberndorf',
      lines: ['Donaudampfschifffahrtsgesellschaftsstraße 128', 'Stiege 2, Tür 17'],
      postcode: '1020',
      city: 'Wien',
      country: 'AT',
    },
  },
  {
    type: 'customer',
    id: 'zoe',
    email: 'zoe@example.ie',
    firstName: 'Zoë',
    lastName: 'Ó Súilleabháin',
    address: {
      name: 'Zoë Ó Súilleabháin',
      lines: ['The Old Forge', 'Kenmare Road'],
      city: 'Killarney',
      region: 'Co. Kerry',
      country: 'IE',
    },
  },
  {
    type: 'customer',
    id: 'nils',
    email: 'nils@example.se',
    firstName: 'Nils',
    lastName: 'Ek',
  },
];
