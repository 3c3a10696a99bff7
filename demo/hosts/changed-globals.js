/* a page with old libraries: what Prototype 1.7 and MooTools 1.2 do to it */
{
  Array.from = function (iterable) {
    const length = (iterable && iterable.length) || 0;
    const results = [];
    results.length = length;
    for (let i = 0; i < length; i++) results[i] = iterable[i];
    return results;
  };
  Object.values = function (object) {
    const results = [];
    for (const key in object) results.push(object[key]);
    return results;
  };
  Array.prototype.each = function (act) {
    this.forEach(act);
  };
  window.Event = function (event) {
    if (/key/.test(event.type.toLowerCase())) this.key = 1;
  };
}
