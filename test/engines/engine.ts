/** The keys element tests press by name. */
export type Key =
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'ArrowUp'
  | 'Backspace'
  | 'Enter'
  | 'Escape'
  | 'Home'
  | 'Space'
  | 'Tab';

/** A browser other than Chromium with one page open, as far as its driver goes. Nothing moves in it. */
export interface Engine {
  go(url: string): Promise<void>;
  /** Runs in the page; what it returns comes back as JSON. */
  run<T>(act: (given: string) => T | Promise<T>, given?: string): Promise<T>;
  /** What the page has to itself, in CSS pixels. */
  resize(size: { width: number; height: number }): Promise<void>;
  type(text: string): Promise<void>;
  press(key: Key): Promise<void>;
  close(): Promise<void>;
}
