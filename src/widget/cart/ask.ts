/** What a cart's server said. */
export interface Said {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Longer than this, and nobody waits. */
const PATIENCE = 15_000;

/** Sends JSON, or reads where there is none to send. Undefined: there was no answer that is JSON. */
export async function ask(
  url: URL,
  sent?: object,
  headers?: Readonly<Record<string, string>>,
): Promise<Said | undefined> {
  try {
    const response = await fetch(url, {
      headers: {
        accept: 'application/json',
        ...(sent && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent && { method: 'POST', body: JSON.stringify(sent) }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const { ok, status, headers: told } = response;
    const body: unknown = await response.json();
    return { ok, status, headers: told, body: typeof body === 'object' ? { ...body } : {} };
  } catch (error) {
    console.error(error); // whoever asked says that there was no answer
    return undefined;
  }
}
