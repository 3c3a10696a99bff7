/* a device whose clock is a day behind */
{
  const Real = Date,
    back = 86400000;
  window.Date = class extends Real {
    constructor(...args) {
      super(...(args.length ? args : [Real.now() - back]));
    }
    static now() {
      return Real.now() - back;
    }
  };
}
