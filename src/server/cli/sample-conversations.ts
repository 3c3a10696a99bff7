import { newId } from '../../backend/services/secrets.ts';
import type { Clock, Shop, Shops, Storage } from '../../backend/ports.ts';
import {
  answered,
  asked,
  begun,
  closed,
  type ConversationRecord,
  type Step,
} from '../../domain/conversations/conversations.ts';
import { answerDue } from '../../domain/conversations/due.ts';

/** How many minutes ago, who, and what they said; the shop closes it without a word. */
type Line = [ago: number, who: 'shopper' | 'Ines Prado', text?: string];

interface Talk {
  customer: string;
  lines: readonly Line[];
}

const talks: readonly Talk[] = [
  {
    customer: 'mara',
    lines: [
      [26, 'shopper', 'Hello! Is the Moss knit of 4182 in the second parcel? I leave on Friday.'],
    ],
  },
  {
    customer: 'jonas',
    lines: [
      [1560, 'shopper', 'Order 4149 has not moved for weeks. Can you find out where it is?'],
      [1490, 'Ines Prado', 'I have asked DHL to look for it. You hear from me by tomorrow.'],
      [52, 'shopper', 'Any news? I need the trousers for a wedding on Saturday.'],
    ],
  },
  {
    customer: 'layla',
    lines: [[9, 'shopper', 'مرحبًا! حتى متى يبقى الطرد 4173 في مكتبة الحمرا؟']],
  },
  {
    customer: 'zoe',
    lines: [
      [80, 'shopper', 'Could the Dusk knit go to my neighbour at number 12 when I am out?'],
      [71, 'Ines Prado', 'Of course. I have put it on the label: number 12, if nobody opens.'],
    ],
  },
  {
    customer: 'aiko',
    lines: [
      [2990, 'shopper', 'ブーツのサイズは普段の靴と同じでよいですか。'],
      [2960, 'Ines Prado', 'はい、普段と同じサイズで大丈夫です。'],
      [2900, 'Ines Prado'],
    ],
  },
];

/** What there is to answer in the console of a sample shop; once, for customers who have said nothing. */
export async function sampleConversations({
  storage: { conversations },
  shops,
  clock,
}: {
  storage: Storage;
  shops: Shops;
  clock: Clock;
}): Promise<void> {
  const shop = shops.all()[0]!;
  const now = clock().getTime();
  for (const { customer, lines } of talks) {
    const owner = { customer };
    if ((await conversations.ofOwner(shop.id, owner, 1)).length) continue;
    const at = (ago: number) => new Date(now - ago * 60_000).toISOString();
    const record = begun(at(lines[0]![0]));
    const { id } = await conversations.open(shop.id, owner, { id: newId(), record });
    // as with an import, nobody is told
    for (const [ago, who, text] of lines)
      await conversations.write({ id: shop.id }, id, {
        decide: (held) => stepOf(held, { at: at(ago), who, text }, shop),
      });
  }
}

function stepOf(
  held: ConversationRecord,
  { at, who, text }: { at: string; who: Line[1]; text: string | undefined },
  shop: Shop,
): Step {
  if (text === undefined) return closed(held, at);
  return who === 'shopper'
    ? asked(held, { text }, at, answerDue(held, at, shop))
    : answered(held, { text, from: 'staff', name: who }, at);
}
