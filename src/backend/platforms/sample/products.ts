import type { ProductRow } from '../../../contract/import.ts';

/** What a customer of the sample shop can have bought. The shop's pages tell more of each. */
interface SampleProduct {
  id: string;
  name: string;
  category: string;
  colour: string;
  /** Euro cents. */
  price: number;
  sizes: readonly string[];
}

const letters = ['XS', 'S', 'M', 'L', 'XL'];
const waists = ['34', '36', '38', '40', '42', '44'];
const shoes = ['36', '37', '38', '39', '40', '41', '42', '43', '44', '45'];

const product = (
  id: string,
  name: string,
  category: string,
  colour: string,
  price: number,
  sizes: readonly string[] = [],
): SampleProduct => ({ id, name, category, colour, price, sizes });

export const products: readonly SampleProduct[] = [
  product('coat', 'Field coat', 'Coats', 'Camel', 24900, letters),
  product('coat2', 'Harbour coat', 'Coats', 'Ink', 26500, letters),
  product('knit', 'Moss knit', 'Knitwear', 'Green', 11400, letters),
  product('knit2', 'Aran knit', 'Knitwear', 'Oat', 9600, ['S', 'M', 'L']),
  product('knit3', 'Dusk knit', 'Knitwear', 'Slate blue', 11400, letters),
  product('shirt', 'Oxford shirt', 'Shirts and trousers', 'White', 8900, letters),
  product('trousers', 'Pleat trousers', 'Shirts and trousers', 'Slate', 11900, waists),
  product('boot', 'Trail boot', 'Shoes, bags, a hat', 'Chestnut', 21000, shoes),
  product('sneaker', 'Court trainer', 'Shoes, bags, a hat', 'Chalk', 13500, shoes),
  product('bag', 'Holm tote', 'Shoes, bags, a hat', 'Chestnut', 18500),
  product('beanie', 'Rib beanie', 'Shoes, bags, a hat', 'Rust', 3900),
  product('coffee', 'Morning coffee', 'The shelf', 'Whole bean, 250 g', 1400),
  product('honey', 'Heather honey', 'The shelf', '500 g', 1200),
  product('oil', 'First press oil', 'The shelf', '500 ml', 2200),
  product('lemons', 'Silves lemons', 'The shelf', '2 kg', 1600),
];

export function findProduct(id: string): SampleProduct {
  const found = products.find((each) => each.id === id);
  if (!found) throw new Error(`The sample shop sells no ${id}`);
  return found;
}

export const pageOf = (base: string, id: string): string => `${base}product.html?id=${id}`;
export const pictureOf = (base: string, { id, name }: SampleProduct) => ({
  url: `${base}pics/${id}.svg`,
  alt: name,
});
export const optionsOf = (kind: SampleProduct, size?: string): Record<string, string> => ({
  Colour: kind.colour,
  ...(size && { Size: size }),
});
export const variantOf = (id: string, size?: string): string => (size ? `${id}-${size}` : id);

/** There is none of these now. */
const soldOut: ReadonlySet<string> = new Set(['coat-XS', 'knit-XL', 'boot-38']);

export const productRow =
  (base: string) =>
  (kind: SampleProduct): ProductRow => ({
    type: 'product',
    id: kind.id,
    name: kind.name,
    category: kind.category,
    url: pageOf(base, kind.id),
    picture: pictureOf(base, kind),
    variants: (kind.sizes.length > 0 ? kind.sizes : [undefined]).map((size) => ({
      id: variantOf(kind.id, size),
      sku: variantOf(kind.id, size).toUpperCase(),
      options: optionsOf(kind, size),
      price: kind.price,
      currency: 'EUR',
      available: !soldOut.has(variantOf(kind.id, size)),
    })),
  });
