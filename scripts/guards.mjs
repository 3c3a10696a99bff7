// Writes src/contract/guards/: what the widget looks at before it trusts an answer, made from the
// contract's schemas, so that the schema library itself never reaches a shopper. A file for each
// part of the client, so that a room's guards come with the room.
// `npm run guards [-- --check]`: --check writes nothing and fails where a file is not what would be
// written.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'oxfmt';
import { z } from 'zod';
import {
  Address,
  BoundSession,
  BoundToken,
  Challenge,
  Conversation,
  ConversationList,
  CustomerDetails,
  CustomerSession,
  Desk,
  EventReceipt,
  EventsRemoved,
  KnownEvents,
  Message,
  MessagePage,
  Order,
  OrderPage,
  OrderTracking,
  Parcel,
  PaymentMethodList,
  Product,
  ProductPage,
  ProductSummary,
  RecommendationList,
  Session,
  SessionList,
  Upload,
  VisitorSession,
} from '../src/contract/index.ts';
import {
  InboxConversation,
  InboxPage,
  InboxThread,
  Note,
  ShopperStory,
  StaffReturn,
  StaffReturns,
} from '../src/contract/inbox.ts';
import { InboxActed, InboxUndone } from '../src/contract/inbox-acts.ts';
import { MoneyMove, Quote, Sum } from '../src/contract/quotes.ts';
import { SavedReplies, SavedReply } from '../src/contract/saved-replies.ts';
import { PolicyForm, PolicyPreview, SettingSaved, ShopSettings } from '../src/contract/settings.ts';
import { StaffOrder, StaffQuote, StaffReceipt } from '../src/contract/staff-orders.ts';
import { StaffFound } from '../src/contract/staff-search.ts';
import { AuditPage, StaffList, StaffSession } from '../src/contract/staff.ts';
import {
  Passkey,
  PasskeyCreationOptions,
  PasskeyList,
  PasskeyRequestOptions,
} from '../src/contract/passkeys.ts';
import { Reorder } from '../src/contract/reorder.ts';
import { Return, ReturnLabel } from '../src/contract/returns.ts';
import {
  Share,
  SharedWishlist,
  WishedProducts,
  WishlistMerged,
  Wishlists,
} from '../src/contract/wishlists.ts';

/** File to the answers that are read there. What two files share stands in the earlier one. */
const files = {
  desk: { Desk },
  session: { CustomerSession, VisitorSession, Session },
  'session-keys': { BoundToken, BoundSession },
  identity: { Challenge },
  orders: { OrderPage },
  // what no room can wait for another's guards for
  parts: { Address, MoneyMove, Parcel, Product, ProductSummary, Sum },
  order: { Order, OrderTracking },
  changes: { Quote },
  uploads: { Upload },
  returns: { Return, ReturnLabel },
  customer: { CustomerDetails, PaymentMethodList },
  products: { ProductPage },
  recommendations: { RecommendationList },
  reorder: { Reorder },
  sessions: { SessionList },
  wishlists: { WishedProducts, Wishlists, WishlistMerged, WishlistShare: Share },
  shared: { SharedWishlist },
  events: { EventReceipt },
  'known-events': { EventsRemoved, KnownEvents },
  conversations: { Conversation, ConversationList, Message, MessagePage },
  // the console's
  staff: { StaffSession, StaffList, AuditPage },
  passkeys: { Passkey, PasskeyList, PasskeyCreationOptions, PasskeyRequestOptions },
  settings: { ShopSettings, PolicyForm, PolicyPreview, SettingSaved },
  inbox: {
    ...{
      InboxConversation,
      InboxPage,
      InboxThread,
      Note,
      ShopperStory,
      InboxActed,
      InboxUndone,
      StaffFound,
    },
    ...{ StaffReturn, StaffReturns, SavedReply, SavedReplies },
  },
  'staff-orders': { StaffOrder, StaffQuote, StaffReceipt },
};

/** What every room has at hand: what has all their fields and more is made of them. */
const BASES = new Set(['session', 'orders', 'parts']);
/** To name a shape for fewer fields takes as much as to list them. */
const FEWEST = 4;

const mark = '// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards\n';
const shape = `${mark}
/**
 * What a value must have. A word is its kind, after "=" its exact text; one shape in brackets is an
 * array of it, several are a choice; a field with "?" before its name may be missing.
 */
export type Shape = string | readonly Shape[] | Fields;
export type Fields = { readonly [field: string]: Shape };
`;

/** File name to its text. */
export async function guards() {
  const homes = new Map();
  const bases = new Map();
  const texts = { 'shape.ts': shape };
  for (const [file, answers] of Object.entries(files)) {
    const made = new Map();
    const borrowed = new Map();
    const isBase = BASES.has(file);
    for (const [name, answer] of Object.entries(answers)) {
      const { $defs = {}, ...schema } = z.toJSONSchema(answer);
      const named = { ...$defs, ...(!schema.$ref && { [name]: schema }) };
      shaper({ named, made, borrowed, homes, bases, isBase })({ $ref: name });
    }
    for (const [name, { fields }] of made) {
      homes.set(name, file);
      if (fields?.length >= FEWEST) bases.set(name, fields);
    }
    texts[`${file}.ts`] = textOf(made, borrowed);
  }
  const options = JSON.parse(await readFile(new URL('../.oxfmtrc.json', import.meta.url), 'utf8'));
  for (const [name, text] of Object.entries(texts)) {
    const { code, errors } = await format(name, text, options);
    if (errors.length) throw new Error(`${name}: ${errors[0].message}`);
    texts[name] = code;
  }
  return texts;
}

function textOf(made, borrowed) {
  const lines = [...made].map(
    ([name, { code, fields }]) => `export const ${name}: ${fields ? 'Fields' : 'Shape'} = ${code};`,
  );
  const used = new Set(lines.join('\n').match(/\w+/g));
  const byFile = new Map();
  // what only the fields of a base are made of is not
  for (const [name, file] of borrowed)
    if (used.has(name)) byFile.set(file, [...(byFile.get(file) ?? []), name]);
  const imports = [...byFile].map(
    ([file, names]) => `import { ${names.join(', ')} } from './${file}.ts';\n`,
  );
  return `${mark}import type { ${['Fields', 'Shape'].filter((name) => used.has(name)).join(', ')} } from './shape.ts';\n${imports.join('')}\n${lines.join('\n')}\n`;
}

/** Named schemas come out once each, before those that are made of them. */
function shaper({ named, made, borrowed, homes, bases, isBase }) {
  function shapeOf(schema) {
    if (schema.$ref) return nameOf(schema.$ref.split('/').at(-1));
    const choice = schema.anyOf ?? schema.oneOf;
    if (choice) return `[${choice.map(shapeOf).join(', ')}]`;
    if (schema.const !== undefined) return `'=${schema.const}'`;
    if (schema.type === 'object') return objectOf(schema);
    if (schema.type === 'array') return `[${shapeOf(schema.items)}]`;
    if (schema.type === 'integer') return `'number'`;
    if (isPlain(schema)) return `'${schema.type}'`;
    throw new Error(`No guard for ${JSON.stringify(schema)}`);
  }
  function nameOf(name) {
    // a name for one word is longer than the word
    if (isPlain(named[name])) return shapeOf(named[name]);
    const schema = named[name];
    if (homes.has(name)) borrowed.set(name, homes.get(name));
    else if (!made.has(name))
      made.set(name, {
        code: shapeOf(schema),
        fields: isBase && schema.type === 'object' ? fieldsOf(schema) : undefined,
      });
    return name;
  }
  function objectOf(schema) {
    const fields = fieldsOf(schema);
    const has = new Set(fields);
    const [base, those = []] = [...bases]
      .filter(([, all]) => all.every((field) => has.has(field)))
      .reduce((most, one) => (one[1].length > (most[1]?.length ?? 0) ? one : most), []);
    if (base) borrowed.set(base, homes.get(base));
    const others = fields.filter((field) => !those.includes(field));
    return `{ ${[...(base ? [`...${base}`] : []), ...others].join(', ')} }`;
  }
  function fieldsOf({ properties = {}, required = [] }) {
    return Object.entries(properties).flatMap(([name, inner]) => {
      if (required.includes(name)) return `${name}: ${shapeOf(inner)}`;
      // a plain optional value of the wrong kind shows oddly, and breaks nothing
      return isPlain(inner) ? [] : `'?${name}': ${shapeOf(inner)}`;
    });
  }
  return shapeOf;
}

const isPlain = ({ type }) => ['string', 'number', 'integer', 'boolean'].includes(type);

const folder = fileURLToPath(new URL('../src/contract/guards/', import.meta.url));

/** Names of the files that are not what the schemas make of them, or that they make no more. */
export async function staleGuards(texts) {
  const there = await readdir(folder);
  const gone = there.filter((name) => !(name in texts));
  const stale = await Promise.all(
    Object.entries(texts).map(async ([name, text]) =>
      there.includes(name) && (await readFile(join(folder, name), 'utf8')) === text ? [] : name,
    ),
  );
  return [...gone, ...stale.flat()];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const texts = await guards();
  await mkdir(folder, { recursive: true });
  const stale = await staleGuards(texts);
  if (process.argv.includes('--check') && stale.length) {
    console.error(`Not what the schemas say: ${stale.join(', ')}. Run \`npm run guards\`.`);
    process.exit(1);
  }
  for (const name of stale)
    if (name in texts) await writeFile(join(folder, name), texts[name]);
    else await rm(join(folder, name));
}
