// The parts of a written page that a script keeps: between <!-- NAME:start --> and <!-- NAME:end -->.
const marks = (name) => [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];

/** What stands between the marks, or undefined where there are none. */
export function between(text, name) {
  const [start, end] = marks(name);
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  return from < 0 || to < from ? undefined : text.slice(from + start.length, to).trim();
}

/** The text with its part renewed; where it has none, one is added at its end under a heading. */
export function replaceBetween(text, name, part, heading) {
  const [start, end] = marks(name);
  const block = `${start}\n\n${part}\n\n${end}`;
  if (between(text, name) === undefined) return `${text.trimEnd()}\n\n${heading}\n\n${block}\n`;
  return text.slice(0, text.indexOf(start)) + block + text.slice(text.indexOf(end) + end.length);
}
