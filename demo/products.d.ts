export interface Product {
  id: string;
  name: string;
  kind: string;
  /** The section of the home page it stands in. */
  anchor: string;
  colour: string;
  /** Euro cents. */
  price: number;
  /** The price before a sale. */
  was?: number;
  sizes: string[];
  text: string;
  facts: [name: string, fact: string][];
  details: [x: number, y: number, width: number, height: number][];
  with: string[];
}
export const products: Product[];
export function euros(cents: number): string;
export function shelfPrice(cents: number): string;
export function findProduct(id: string): Product | undefined;
