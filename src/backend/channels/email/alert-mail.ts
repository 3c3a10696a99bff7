import type { Alert } from '../../../contract/wishlists.ts';
import type { ProductRecord } from '../../../domain/products.ts';
import type { Mail, Shop } from '../../ports.ts';
import { footOf } from './foot.ts';
import { wordsFor } from './language.ts';
import { bigLink, letterHtml, paragraph } from './letter.ts';
import { counted, escaped, filled } from './markup.ts';
import { moneyIn } from './money.ts';

/** What such a mail is about. */
export interface Alerted {
  alert: Alert;
  product: ProductRecord;
  variant: ProductRecord['variants'][number];
  /** As Accept-Language had it when the mail was asked for. */
  language: string | null;
  /** Where the product can be seen. */
  page: string;
  /** Ends such mails without a sign-in. */
  stop: string;
}

/** Tells a shopper what they have asked to be told of one variant. */
export function alertMail(shop: Shop, to: string, about: Alerted): Mail {
  const { alert, product, variant, page, stop } = about;
  const { language, words: common } = wordsFor(about.language);
  const words = common.alerts;
  const heading = filled(words.headings[alert.kind], { product: product.name });
  const options = variant.options.map(({ value }) => value).join(', ');
  const left = variant.stock ?? 0;
  const { low, ...others } = words.what;
  const what = filled(alert.kind === 'low' ? counted(language, low, left) : others[alert.kind], {
    variant: options || product.name,
    price: moneyIn(language, { amount: variant.price, currency: variant.currency }),
    left: String(left),
  });
  const why = filled(words.why, { shop: shop.name });
  const foot = footOf(shop, common);
  return {
    shop: shop.id,
    to,
    subject: heading,
    text: [
      ...[shop.name, heading, what, `${words.see}: ${page}`],
      `${why}\n${words.stop}: ${stop}${foot.text}`,
      '',
    ].join('\n\n'),
    html: letterHtml({
      shop,
      language,
      direction: common.direction,
      title: heading,
      preview: what,
      heading,
      content: (look) =>
        [
          paragraph(escaped(what), look),
          bigLink(page, words.see, look),
          paragraph(escaped(why), look, true),
        ].join('\n'),
      footer: [
        `<a class="quiet" href="${escaped(stop)}" style="color:inherit;">${escaped(words.stop)}</a>`,
        foot.html,
      ],
    }),
  };
}
