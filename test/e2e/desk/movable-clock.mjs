// Loaded before a server: at each signal its clock goes on by more than a fresh sign-in lasts.
const Real = Date;
let ahead = 0;

globalThis.Date = class Date extends Real {
  constructor(...given) {
    if (given.length) super(...given);
    else super(Real.now() + ahead);
  }
  static now() {
    return Real.now() + ahead;
  }
};

process.on('SIGUSR2', () => {
  ahead += 11 * 60_000;
  console.log('LATER');
});
