/** A browser other than Chromium with one page open, as far as its driver goes. */
export interface Engine {
  go(url: string): Promise<void>;
  /** Runs in the page; what it returns comes back as JSON. */
  run<T>(act: (given: string) => T | Promise<T>, given?: string): Promise<T>;
  close(): Promise<void>;
}
