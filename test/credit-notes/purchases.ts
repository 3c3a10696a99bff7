/** Units of a line of an order. */
export interface Units {
  order: string;
  line: string;
  quantity: number;
}

/** What a customer has bought of an article by one line of an order, and has not given back yet. */
export interface Purchase {
  order: string;
  line: string;
  unitPrice: number;
  left: number;
}

export const leftOf = (purchases: readonly Purchase[]): number =>
  purchases.reduce((sum, { left }) => sum + left, 0);

/**
 * Takes units of this price off the shelf: from the newest order that has them all, else from several,
 * the newest first. Takes none, and answers undefined, where all of them together have fewer.
 */
export function takeBack(
  shelf: readonly Purchase[],
  { quantity, unitPrice }: { quantity: number; unitPrice: number },
): Units[] | undefined {
  const alike = shelf.filter((purchase) => purchase.unitPrice === unitPrice).reverse();
  const ofOneOrder = alike
    .map(({ order }) => alike.filter((purchase) => purchase.order === order))
    .find((purchases) => leftOf(purchases) >= quantity);
  const from = ofOneOrder ?? alike;
  return leftOf(from) < quantity ? undefined : taken(from, quantity);
}

function taken(purchases: readonly Purchase[], quantity: number): Units[] {
  let open = quantity;
  return purchases.flatMap((purchase) => {
    const part = Math.min(open, purchase.left);
    open -= part;
    purchase.left -= part;
    return part === 0 ? [] : { order: purchase.order, line: purchase.line, quantity: part };
  });
}
