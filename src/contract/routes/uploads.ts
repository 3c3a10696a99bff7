import { fileTypes, MOST_UPLOAD_KIB, Upload } from '../uploads.ts';
import { byId } from './route.ts';
import type { Route } from './route.ts';

/** Files that go with a wish, or with a message. */
export const uploadRoutes = {
  createUpload: {
    method: 'post',
    path: '/uploads',
    area: 'uploads',
    access: 'visitor',
    keyed: true,
    summary:
      'Send a picture or a PDF, to be named in what is sent next; forgotten after a day when nothing names it',
    takes: fileTypes,
    mostKiB: MOST_UPLOAD_KIB,
    answers: { 201: Upload },
    problems: ['file_not_as_said', 'file_refused', 'too_many_files'],
  },
  getUpload: {
    method: 'get',
    path: '/uploads/:id',
    area: 'uploads',
    access: 'visitor',
    summary:
      'A file of one’s own, or of one’s own conversation, to be saved: no page may show it as its own',
    params: byId,
    answers: { 200: 'file' },
    problems: ['not_found'],
  },
} as const satisfies Record<string, Route>;
