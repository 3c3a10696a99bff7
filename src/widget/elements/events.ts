/** The shopper sees the panel. */
export class FdOpenEvent extends Event {
  /** The room that is shown. */
  readonly room: string;
  constructor(room: string) {
    super('fd-open', { bubbles: true, composed: true });
    this.room = room;
  }
}

/** The panel has gone; focus is back where it was. */
export class FdCloseEvent extends Event {
  constructor() {
    super('fd-close', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fd-open': FdOpenEvent;
    'fd-close': FdCloseEvent;
  }
}
