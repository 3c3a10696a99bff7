import type { PlainKey } from '../locales/words.ts';
import type { PhotoFault } from '../stores/photos.ts';

/** What is said of a picture that does not go. */
export const photoFaults: ReadonlyMap<string, PlainKey> = new Map<PhotoFault, PlainKey>([
  ['unreadable', 'photoUnreadable'],
  ['file_not_as_said', 'photoRefused'],
  ['file_type_refused', 'photoUnreadable'],
  ['file_too_large', 'photoTooLarge'],
  ['file_refused', 'photoRefused'],
  ['too_many_files', 'photosUsedUp'],
  ['offline', 'photoOffline'],
]);
