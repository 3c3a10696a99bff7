/** What the rooms may see and say of what is collected, once the collector is there. */
export interface Signals {
  /**
   * May what the shopper does be remembered? `open`: it is the panel's to ask, and they have not
   * answered. Undefined: nothing that is said here would change it.
   */
  readonly answer: 'open' | 'yes' | 'no' | undefined;
  /** Did they agree to be known, not only counted? */
  readonly personal: boolean;
  /** What the shopper says to that; kept on this device. */
  say(agrees: boolean): void;
  /** All that the device has been and may still be known as. */
  visitors(): string[];
  /** The device is somebody new, and what waits to be sent is not sent. */
  forget(): void;
}
