import type { PhotoFault } from '../stores/photos.ts';
import type { Known } from './refusal.ts';

/** What is said of a picture that does not go. */
export const photoFaults: Known<PhotoFault['code']> = {
  unreadable: 'photoUnreadable',
  file_not_as_said: 'photoRefused',
  file_type_refused: 'photoUnreadable',
  file_too_large: 'photoTooLarge',
  file_refused: 'photoRefused',
  too_many_files: 'photosUsedUp',
  offline: 'photoOffline',
};
