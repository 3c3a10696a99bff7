import { listen } from '../../../src/server/http/listen.ts';

/** What is left of each variant, by its number. */
export type Stock = Record<number, number>;

/**
 * Shopify's `cart/add.js` as its reference has it: all items or none, 422 with a sentence where one is
 * sold out or unknown, in the storefront's language, which is the root of the address.
 */
export async function fakeShopify(stock: Stock, root = '/') {
  const cart = new Map<number, number>();
  const asked: Request[] = [];
  const refuse = (description: string, message = 'Cart Error') =>
    Response.json({ status: 422, message, description }, { status: 422 });

  async function answer(request: Request): Promise<Response> {
    asked.push(request);
    const { pathname } = new URL(request.url);
    if (request.method !== 'POST' || pathname !== `${root}cart/add.js`)
      return new Response('<!doctype html><title>404 Not Found</title>', {
        status: 404,
        headers: { 'content-type': 'text/html' },
      });
    const { items } = (await request.json()) as { items: { id: number; quantity: number }[] };
    for (const { id, quantity } of items) {
      const left = stock[id];
      if (left === undefined)
        return Response.json(
          { status: 404, message: 'Cart Error', description: 'Cannot find variant' },
          { status: 404 },
        );
      if (left === 0) return refuse(`The product 'Field coat - M' is already sold out.`);
      if (left < quantity + (cart.get(id) ?? 0)) return refuse(`You can't add more to the cart.`);
    }
    for (const { id, quantity } of items) cart.set(id, (cart.get(id) ?? 0) + quantity);
    return Response.json({ items: items.map(({ id, quantity }) => ({ id, quantity })) });
  }

  const { port, stop } = await listen({ port: 0, host: 'loopback', answer });
  return { base: `http://localhost:${port}/products/coat`, cart, asked, stop };
}
