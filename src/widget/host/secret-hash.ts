/**
 * A link from a mail ends in a secret. It has done its work once it is read: out of the address
 * bar, the history and what a shopper copies, with the page's own state left as it is.
 */
export function dropSecretHash(): void {
  if (!location.hash.startsWith('#front-desk/sign-in/~')) return;
  history.replaceState(history.state, '', location.pathname + location.search);
}
