import type { Alert } from '../../../contract/wishlists.ts';
import type { ProductRecord } from '../../../domain/products.ts';
import type { Mail, Shop } from '../../ports.ts';
import { footOf } from './foot.ts';
import { wordsFor } from './language.ts';
import { bigLink, letterHtml, paragraph } from './letter.ts';
import { counted, escaped, filled } from './markup.ts';
import { moneyIn } from './money.ts';

const RADIUS = 14;

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
  const radius = shop.brand?.radius ?? RADIUS;
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
      language,
      direction: common.direction,
      accent: shop.brand?.accent,
      radius,
      title: heading,
      preview: what,
      brand: shop.name,
      heading,
      content: (colours) =>
        [
          paragraph(escaped(what), colours),
          bigLink(page, words.see, radius, colours),
          paragraph(escaped(why), colours, true),
        ].join('\n'),
      footer: [
        `<a class="quiet" href="${escaped(stop)}" style="color:inherit;">${escaped(words.stop)}</a>`,
        foot.html,
      ],
    }),
  };
}
