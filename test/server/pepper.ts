/** Of every server in tests that is told one. */
export const PEPPER = 'a pepper of at least thirty-two bytes for tests';
