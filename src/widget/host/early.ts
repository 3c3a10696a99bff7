import { inTime } from './in-time.ts';

/** fetch(), but first, and once, an answer that was asked for before there was a client. */
export function firstly(asked: Promise<Response> | undefined): typeof fetch {
  return (url, init) => {
    const early = asked;
    asked = undefined;
    // whoever asked has set no limit of time: it is that of this try
    return early ? inTime(early, init!.signal!) : fetch(url, init);
  };
}
