export interface Tabs<News> {
  tell(news: News): void;
}

/** The same desk in the shopper's other tabs. Where the browser has no such thing, each is alone. */
export function createTabs<News>(
  name: string,
  heard: (news: News) => void,
  life: AbortSignal,
): Tabs<News> {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : undefined;
  channel?.addEventListener('message', ({ data }) => heard(data), { signal: life });
  life.addEventListener('abort', () => channel?.close());
  return { tell: (news) => channel?.postMessage(news) };
}
