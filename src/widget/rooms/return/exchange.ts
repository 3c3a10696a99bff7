/** What is asked of an exchange alone, as one chunk. */
export { settle } from './return-settle.ts';
export { sending } from './return-sending.ts';
