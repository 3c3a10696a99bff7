/** For requests that are not the session's to sign: with the cookie's header beside it. */
export const bearer = (token: string | undefined): Record<string, string> =>
  token ? { authorization: `Bearer ${token}` } : {};
