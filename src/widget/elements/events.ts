// CustomEvent, since some old libraries put a class of their own in the place of Event.

/** The shopper sees the panel. */
export class FdOpenEvent extends CustomEvent<undefined> {
  /** The room that is shown. */
  readonly room: string;
  constructor(room: string) {
    super('fd-open', { bubbles: true, composed: true });
    this.room = room;
  }
}

/** The panel has gone; focus is back where it was. */
export class FdCloseEvent extends CustomEvent<undefined> {
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
