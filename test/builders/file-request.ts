/**
 * As much of an XMLHttpRequest as sends a file, over a `fetch`: of the file, `gone()` (0 to 1) is told
 * to have gone before there is an answer.
 */
export function fileRequests(ask: () => typeof fetch, gone: () => number = () => 1) {
  return class {
    withCredentials = false;
    response = '';
    status = 0;
    statusText = '';
    readonly upload: { onprogress?: (told: { loaded: number; total: number }) => void } = {};
    onload?: () => void;
    onerror?: () => void;
    onabort?: () => void;
    #to: [method: string, url: string] = ['', ''];
    readonly #headers = new Headers();
    readonly #stop = new AbortController();

    open(method: string, url: string): void {
      this.#to = [method, url];
    }
    setRequestHeader(name: string, value: string): void {
      this.#headers.set(name, value);
    }
    abort(): void {
      this.#stop.abort();
    }
    send(body: Blob): void {
      const { signal } = this.#stop;
      const [method, url] = this.#to;
      const fail = () => (signal.aborted ? undefined : this.onerror?.());
      signal.addEventListener('abort', () => this.onabort?.(), { once: true });
      this.upload.onprogress?.({ loaded: body.size * gone(), total: body.size });
      ask()(url, { method, headers: this.#headers, body, signal })
        .then(async (answer) => {
          const { status, statusText } = answer;
          Object.assign(this, { status, statusText, response: await answer.text() });
          if (!signal.aborted) this.onload?.();
        })
        .catch(fail);
    }
  };
}
