import { listen } from '../../../src/server/http/listen.ts';

/**
 * WooCommerce's Store API as far as `cart/add-item`, as its sources have it: a write needs the nonce
 * that every answer brings, 401 without one and 403 with an old one; 201 once it is in the cart.
 */
export async function fakeWooCommerce(stock: Record<number, number>, path = '/wp-json/') {
  const cart = new Map<number, number>();
  let turn = 0;
  /** The nonce changes with the session; a page's cache may hand out the one before. */
  const state = { nonce: 'nonce-0', told: 'nonce-0' };
  const renew = () => {
    state.nonce = `nonce-${(turn += 1)}`;
  };
  const say = (status: number, body: object) =>
    Response.json(body, { status, headers: { nonce: state.nonce, 'cart-token': 'a.b.c' } });
  const refuse = (status: number, code: string, message: string) =>
    say(status, { code: `woocommerce_rest_${code}`, message, data: { status } });

  function add({ id, quantity }: { id: unknown; quantity: number }): Response {
    if (typeof id !== 'number')
      return say(400, {
        code: 'rest_invalid_param',
        message: 'Invalid parameter(s): id',
        data: { status: 400 },
      });
    const left = stock[id];
    if (left === undefined)
      return refuse(400, 'cart_invalid_product', 'This product cannot be added to the cart.');
    if (left === 0)
      return refuse(
        400,
        'product_out_of_stock',
        'You cannot add &quot;Field coat&quot; to the cart because the product is out of stock.',
      );
    const has = cart.get(id) ?? 0;
    if (left < has + quantity)
      return refuse(
        400,
        'product_partially_out_of_stock',
        `You cannot add that amount of &quot;Field coat&quot; to the cart because there is not enough stock (${left} remaining).`,
      );
    cart.set(id, has + quantity);
    return say(201, { items_count: [...cart.values()].reduce((sum, each) => sum + each, 0) });
  }

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === `${path}wc/store/v1/cart`) {
      const told = Response.json({ items: [] }, { headers: { nonce: state.told } });
      state.told = state.nonce;
      return told;
    }
    if (pathname !== `${path}wc/store/v1/cart/add-item` || request.method !== 'POST')
      return Response.json({ code: 'rest_no_route', data: { status: 404 } }, { status: 404 });
    const nonce = request.headers.get('nonce');
    if (!nonce) return refuse(401, 'missing_nonce', 'Missing the Nonce header.');
    if (nonce !== state.nonce) return refuse(403, 'invalid_nonce', 'Nonce is invalid.');
    return add((await request.json()) as { id: unknown; quantity: number });
  }

  const { port, stop } = await listen({ port: 0, host: 'loopback', answer });
  return { base: `http://localhost:${port}/shop`, cart, renew, stop };
}
