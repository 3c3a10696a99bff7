import type { State } from './state-address.ts';

export interface Group {
  title: string;
  states: State[];
}

const mara = 'mara@kern.eu';
const jonas = 'jonas.brandt@example.com';
const aiko = 'aiko.tanaka@example.jp';
const layla = 'layla.haddad@example.com';
const maximiliane = 'maximiliane.von.wolkenstein@example.at';
const nils = 'nils@example.se';

/** What goes back by the rules of three trades. */
const fashion = { as: mara, policy: 'fashion', room: 'return/4051' } as const;
const electronics = {
  ...({ as: jonas, policy: 'electronics', room: 'return/4179' } as const),
  arrived: '00340434161094041796',
};
const grocery = {
  ...({ as: jonas, policy: 'grocery', room: 'return/4187' } as const),
  arrived: '05222948123456',
};

const tracker = { alone: 'fd-order-tracker' } as const;
const returns = { alone: 'fd-returns' } as const;

export const groups: Group[] = [
  {
    title: 'Home',
    states: [
      { title: 'Signed out', room: 'home' },
      { title: 'Signed in', room: 'home', as: mara },
      { title: 'Loading', room: 'home', as: mara, hold: 'orders' },
      { title: 'Needs you', room: 'home', as: mara, scenario: 'exception' },
      { title: 'No orders', room: 'home', as: nils },
      { title: 'A name in another script', room: 'home', as: aiko },
      { title: 'A long name', room: 'home', as: maximiliane },
      { title: 'Backend down', room: 'home', scenario: 'api-down' },
      { title: 'Nonsense from the backend', room: 'home', scenario: 'wrong-json' },
      { title: 'Offline', room: 'home', as: mara, act: 'go-offline' },
    ],
  },
  {
    title: 'For you',
    states: [
      { title: 'Nobody known', room: 'for-you' },
      { title: 'Known', room: 'for-you', as: mara, saved: 'six' },
      { title: 'Loading it', room: 'for-you', as: mara, hold: 'recommendations' },
      { title: 'Failed', room: 'for-you', as: mara, fail: 'recommendations' },
      { title: 'May we', room: 'for-you', as: mara, consent: 'ask', act: 'to-question' },
    ],
  },
  {
    title: 'What we know',
    states: [
      { title: 'Nothing yet', room: 'known-events', consent: 'ask' },
      { title: 'Of a customer', room: 'known-events', as: mara, consent: 'ask', known: 'yes' },
      { title: 'Loading what is known', room: 'known-events', as: mara, hold: 'events' },
      { title: 'What is known failed', room: 'known-events', as: mara, fail: 'events' },
    ],
  },
  {
    title: 'Saved',
    states: [
      { title: 'On this device', room: 'wishlist', saved: 'six' },
      { title: 'In the account', room: 'wishlist', saved: 'six', as: mara },
      { title: 'Nothing yet', room: 'wishlist' },
      { title: 'One thing', room: 'wish/%5B%22bag%22%5D', saved: 'six', as: mara },
      {
        title: 'One size, sold out',
        room: 'wish/%5B%22boot%22%2C%22boot-38%22%5D',
        saved: 'six',
        as: mara,
      },
      { title: 'Share', room: 'share/l-winter', saved: 'six', as: mara, act: 'share-list' },
      { title: 'Share, signed out', room: 'share/l-winter', saved: 'six' },
      { title: 'A new list', room: 'share/new', saved: 'six' },
      { title: 'Not shared any more', room: 'shared/none' },
      { title: 'No more mails', room: 'mails/none' },
    ],
  },
  {
    title: 'Cancel',
    states: [
      { title: 'Why', room: 'cancel/4196', as: mara },
      { title: 'Ready to confirm', room: 'cancel/4196', as: mara, act: 'give-reason' },
      { title: 'Part of it', room: 'cancel/4196', as: mara, act: 'choose-part' },
      { title: 'Done', room: 'cancel/4196', as: mara, act: 'cancel' },
      { title: 'Too late', room: 'cancel/4190', as: mara },
      { title: 'Loading', room: 'cancel/4196', as: mara, hold: 'orders/alder-4196' },
    ],
  },
  {
    title: 'Change',
    states: [
      { title: 'What', room: 'edit/4196', as: mara },
      { title: 'Items', room: 'edit/4196', as: mara, act: 'edit-items' },
      { title: 'One item', room: 'edit/4196', as: mara, act: 'edit-item' },
      { title: 'What it comes to', room: 'edit/4196', as: mara, act: 'edit-quantity' },
      { title: 'The shop', room: 'edit/4196', as: mara, act: 'edit-shop' },
      { title: 'Add', room: 'edit/4196', as: mara, act: 'edit-add' },
      { title: 'Added', room: 'edit/4196', as: mara, act: 'edit-added' },
      { title: 'Address', room: 'edit/4196', as: mara, act: 'edit-address' },
      { title: 'Delivery', room: 'edit/4196', as: mara, act: 'edit-shipping' },
      { title: 'Contact', room: 'edit/4196', as: mara, act: 'edit-contact' },
      { title: 'Payment', room: 'edit/4196', as: mara, act: 'edit-payment' },
    ],
  },
  {
    title: 'Return',
    states: [
      { title: 'Items', room: 'return/4051', as: mara, act: 'return-item' },
      { title: 'Reason', room: 'return/4051', as: mara, act: 'return-reason' },
      { title: 'Pictures', room: 'return/4051', as: mara, act: 'return-pictures' },
      { title: 'Resolution', room: 'return/4051', as: mara, act: 'return-outcome' },
      { title: 'Swap', room: 'return/4051', as: mara, act: 'return-swap' },
      { title: 'Shop on', room: 'return/4051', as: mara, act: 'return-shop' },
      { title: 'Which one', room: 'return/4051', as: mara, act: 'return-which' },
      { title: 'Who pays', room: 'return/4051', as: mara, act: 'return-settle' },
      { title: 'When sent', room: 'return/4051', as: mara, act: 'return-sending' },
      { title: 'How', room: 'return/4051', as: mara, act: 'return-method' },
      { title: 'Code', room: 'return/4051', as: mara, act: 'return-code' },
      { title: 'Sent', room: 'return/4051', as: mara, act: 'return-sent' },
      { title: 'Stopped', room: 'return/4051', as: mara, act: 'return-stopped' },
      { title: 'Too late', room: 'return/3310', as: mara },
    ],
  },
  {
    title: 'Sold out meanwhile',
    states: [
      { title: 'Told', room: 'return/4051', as: mara, act: 'sold-out' },
      { title: 'Choose', room: 'return/4051', as: mara, act: 'sold-out-choose' },
      { title: 'Another one', room: 'return/4051', as: mara, act: 'sold-out-other' },
      { title: 'The money', room: 'return/4051', as: mara, act: 'sold-out-refund' },
      { title: 'Chosen', room: 'return/4051', as: mara, act: 'sold-out-chosen' },
    ],
  },
  {
    title: 'Fashion',
    states: [
      { title: 'Order', ...fashion, room: 'order/4196' },
      { title: 'Why', ...fashion, act: 'return-reason' },
      { title: 'What for', ...fashion, act: 'return-outcome' },
      { title: 'Swap', ...fashion, act: 'return-swap' },
      { title: 'When sent', ...fashion, act: 'return-sending' },
      { title: 'How', ...fashion, act: 'return-method' },
      { title: 'Sent', ...fashion, act: 'return-sent' },
    ],
  },
  {
    title: 'Electronics',
    states: [
      { title: 'Too late', ...electronics, as: mara, room: 'return/4051' },
      { title: 'Opened', ...electronics, act: 'return-opened' },
      { title: 'Broken', ...electronics, act: 'return-broken' },
      { title: 'To be looked at', ...electronics, act: 'return-looked-at' },
      { title: 'Asked for', ...electronics, act: 'return-asked' },
    ],
  },
  {
    title: 'Grocery',
    states: [
      { title: 'Items', ...grocery, act: 'return-food' },
      { title: 'Spoilt', ...grocery, act: 'return-spoilt' },
      { title: 'What for', ...grocery, act: 'return-kept' },
      { title: 'Kept', ...grocery, act: 'return-settled' },
      { title: 'Report', ...grocery, room: 'report/4187', act: 'report-damaged' },
    ],
  },
  {
    title: 'Buy again',
    states: [
      { title: 'What there is', room: 'again/4051', as: mara },
      { title: 'In the cart', room: 'again/4051', as: mara, act: 'buy-again' },
      { title: 'Refused', room: 'again/4051', as: mara, act: 'try-again', refuse: 'shirt-M' },
    ],
  },
  {
    title: 'Report',
    states: [
      { title: 'What is wrong', room: 'report/4051', as: mara },
      { title: 'Which items', room: 'report/4051', as: mara, act: 'report-missing' },
      { title: 'For the shop’s people', room: 'report/4149', as: jonas, act: 'report-stuck' },
      { title: 'Done', room: 'report/4149', as: jonas, act: 'report' },
      { title: 'Nothing to report', room: 'report/4196', as: mara },
    ],
  },
  {
    title: 'Ask',
    states: [
      { title: 'Start', room: 'chat', as: mara },
      { title: 'Nobody known', room: 'chat' },
      { title: 'Written', room: 'chat', as: mara, act: 'write' },
      { title: 'Not sent', room: 'chat', as: mara, act: 'write', fail: 'conversations' },
      { title: 'Used up', room: 'chat', as: mara, act: 'write', full: 'conversations' },
      { title: 'Written, offline', room: 'chat', as: mara, act: 'write-offline' },
      { title: 'Files chosen', room: 'chat', as: mara, act: 'choose-files' },
      { title: 'Files on their way', room: 'chat', as: mara, act: 'send-files' },
      { title: 'Files being checked', room: 'chat', as: mara, act: 'check-files' },
      { title: 'Files cut off', room: 'chat', as: mara, act: 'cut-files' },
      { title: 'No document', room: 'chat', as: mara, act: 'send-no-bill' },
      { title: 'Too large', room: 'chat', as: mara, act: 'send-large-bill' },
      { title: 'Shown something', room: 'chat', as: mara, act: 'be-shown' },
      { title: 'Asked back', room: 'chat', as: mara, act: 'be-asked' },
    ],
  },
  {
    title: 'Account',
    states: [
      { title: 'Signed in', room: 'account', as: mara },
      { title: 'A long name', room: 'account', as: maximiliane },
      { title: 'A guest', room: 'account', guest: '4182 mara@kern.eu' },
      { title: 'Devices loading', room: 'account', as: mara, hold: 'sessions' },
      { title: 'Devices did not load', room: 'account', as: mara, fail: 'sessions' },
      { title: 'Own address', room: 'address', as: mara },
      { title: 'A fresh proof', room: 'sign-in/self', as: mara },
    ],
  },
  {
    title: 'Sign in',
    states: [
      { title: 'Address', room: 'sign-in' },
      { title: 'Code', room: 'sign-in', act: 'ask-code' },
      { title: 'Wrong code', room: 'sign-in', act: 'wrong-code' },
      { title: 'Track as a guest', room: 'find' },
    ],
  },
  {
    title: 'Orders',
    states: [
      { title: 'On the way, earlier', room: 'orders', as: mara },
      { title: 'Loading', room: 'orders', as: mara, hold: 'orders' },
      { title: 'Empty', room: 'orders', as: nils },
      { title: 'Failed', room: 'orders', as: mara, fail: 'orders' },
      { title: 'Away for a while', room: 'orders', as: mara, away: 'orders' },
      { title: 'Nonsense', room: 'orders', as: mara, wrong: 'orders' },
      { title: 'Offline', room: 'orders', as: mara, act: 'go-offline' },
      { title: 'Signed out', room: 'orders' },
      { title: 'A thousand', room: 'orders', as: mara, scenario: 'thousand-orders' },
      { title: 'Everything that can happen', room: 'orders', as: jonas },
    ],
  },
  {
    title: 'Order',
    states: [
      { title: 'Just placed, in yen', room: 'order/4195', as: aiko },
      { title: 'Time to change it', room: 'order/4196', as: mara },
      { title: 'Packing', room: 'order/4190', as: mara },
      { title: 'Split in two parcels', room: 'order/4182', as: mara },
      { title: 'Large, three parcels', room: 'order/4184', as: maximiliane },
      { title: 'Out for delivery', room: 'order/4179', as: jonas },
      { title: 'Delivered', room: 'order/4051', as: mara },
      { title: 'Fetched', room: 'order/4120', as: jonas },
      { title: 'Cancelled', room: 'order/3987', as: mara },
      { title: 'Loading', room: 'order/4182', as: mara, hold: 'orders' },
      { title: 'Failed', room: 'order/4182', as: mara, fail: 'orders' },
      { title: 'Offline', room: 'order/4182', as: mara, act: 'go-offline' },
      { title: 'Signed out', room: 'order/4182' },
      { title: 'Not theirs', room: 'order/4175', as: mara },
      { title: 'Guest', room: 'order/4182', guest: `4182 ${mara}` },
    ],
  },
  {
    title: 'Order, when something is wrong',
    states: [
      { title: 'Missed, held at the depot', room: 'order/4170', as: mara },
      { title: 'Missed, next try tomorrow', room: 'order/4177', as: jonas },
      { title: 'Ready to collect', room: 'order/4173', as: layla },
      { title: 'Delayed', room: 'order/4175', as: jonas },
      { title: 'Could not be delivered', room: 'order/4168', as: jonas },
      { title: 'Back to the sender', room: 'order/4155', as: jonas },
      { title: 'No news any more', room: 'order/4149', as: jonas },
      { title: 'Nothing heard yet', room: 'order/4164', as: jonas },
      { title: 'Guest, missed', room: 'order/4170', guest: `4170 ${mara}` },
    ],
  },
  {
    title: 'An order in the page',
    states: [
      { title: 'Nobody known', ...tracker },
      { title: 'Its number known', ...tracker, order: '4182' },
      { title: 'Nothing written', ...tracker, act: 'look-for-nothing' },
      { title: 'Not found', ...tracker, act: 'look-for-none' },
      { title: 'Found', ...tracker, order: '4182', act: 'look-for-one' },
      { title: 'Loading', ...tracker, order: '4182', as: mara, hold: 'orders' },
      { title: 'Signed in', ...tracker, order: '4182', as: mara },
      { title: 'A long name, three parcels', ...tracker, order: '4184', as: maximiliane },
      { title: 'Three parcels, a guest', ...tracker, guest: `4184 ${maximiliane}` },
      { title: 'Missed', ...tracker, order: '4170', as: mara },
      { title: 'Their orders', ...tracker, as: mara },
      { title: 'Not theirs', ...tracker, order: '4175', as: mara },
      { title: 'Failed', ...tracker, order: '4182', as: mara, fail: 'orders' },
      { title: 'Nonsense', ...tracker, order: '4182', as: mara, wrong: 'orders' },
      { title: 'Backend down', ...tracker, order: '4182', scenario: 'api-down' },
      { title: 'Offline', ...tracker, order: '4182', as: mara, act: 'go-offline' },
      { title: 'Form, offline', ...tracker, act: 'go-offline' },
    ],
  },
  {
    title: 'A return in the page',
    states: [
      { title: 'Nobody known', ...returns },
      { title: 'What can go back', ...returns, as: mara },
      { title: 'Items', ...returns, order: '4051', as: mara, act: 'return-item' },
      { title: 'Loading', ...returns, order: '4051', as: mara, hold: 'orders' },
      { title: 'Failed', ...returns, order: '4051', as: mara, fail: 'orders' },
    ],
  },
];
