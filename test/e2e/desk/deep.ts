/** The full numbers, not the sample: `npm run test:deep`. */
export const deep = process.env['FD_DEEP'] === '1';
