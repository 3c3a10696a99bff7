import type { ProblemCode } from '../../contract/problems.ts';
import type { Shop } from './shops.ts';

export type Clock = () => Date;

export interface Mail {
  shop: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}
/** Sends a mail or fails; absent in the ports when the shop cannot send any. */
export interface Mailer {
  /** Rejects with `code: 'refused'` where it will not be taken later either; all else may pass. */
  send(mail: Mail): Promise<void>;
  /**
   * False while no mail whatever would be taken, so that those that wait are not tried. May take its
   * time to find out. Absent: always ready.
   */
  ready?(): Promise<boolean>;
}

/** `fetch`, or what guards it: a webhook's way out. Rejects when there is no answer. */
export type WebhookFetch = (
  url: string,
  init: {
    method: 'POST';
    headers: Record<string, string>;
    body: Uint8Array<ArrayBuffer>;
    redirect: 'manual';
    signal: AbortSignal;
  },
) => Promise<Response>;

/** A hint that something changed; the row is the truth. */
export interface Bus {
  /**
   * Waits a moment at most, and never rejects for a way that is slow or broken: the row is written.
   * Who would have heard what is lost there hears of a gap.
   */
  publish(topic: string, message: unknown): Promise<void>;
  subscribe(topic: string, listener: (message: unknown) => void): () => void;
  /** Messages may have been lost: read again. */
  onGap(listener: () => void): () => void;
}

/**
 * Where the refresh token travels. On a server it is a cookie; a page cannot set cookies on a
 * mocked answer, so the mock keeps a jar.
 */
export interface SessionTransport {
  read(request: Request, shop: Shop): string | undefined;
  /** Writes to the answer's headers; an undefined token clears it. */
  write(
    headers: Headers,
    request: Request,
    shop: Shop,
    token: string | undefined,
    maxAgeSeconds: number,
  ): void;
}

/** HMAC-SHA256 under one secret. */
export type Hmac = (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Who is calling, for limits: the address of the peer, or what a trusted proxy says of it. */
export type ClientAddress = (request: Request) => string;

/** Who counts what the backend does: names and codes only, never an id. */
export interface Meter {
  /** An answer begins. `route` is its name in the routes table, `none` where there is none. */
  answered(answer: { route: string; status: number; seconds: number; code?: ProblemCode }): void;
  /** So many live streams are open now. */
  streamsOpen(count: number): void;
}
