import { addressOf, type State } from './state-address.ts';
import { groups, type Group } from './states.ts';

const main = document.querySelector('main');
const form = document.querySelector('form');
if (!main || !form) throw new Error('The gallery’s page has lost its parts');

const chosen = new URLSearchParams(location.search);
for (const field of form.querySelectorAll('select')) {
  const value = chosen.get(field.name);
  if (value) field.value = value;
}
form.addEventListener('change', show);
show();

function show(): void {
  const { screen, scheme, locale } = Object.fromEntries(new FormData(form!));
  const [width, height] = String(screen).split('x').map(Number);
  const look = { scheme: String(scheme), locale: String(locale) };
  history.replaceState(null, '', `?${new URLSearchParams({ ...look, screen: String(screen) })}`);
  main!.replaceChildren(...groups.map(section));

  function section({ title, states }: Group): HTMLElement {
    const element = document.createElement('section');
    const heading = document.createElement('h2');
    heading.textContent = title;
    const list = document.createElement('ul');
    list.append(...states.map(item));
    element.append(heading, list);
    return element;
  }

  function item(state: State): HTMLElement {
    const address = addressOf(state, look);
    const link = Object.assign(document.createElement('a'), {
      href: address,
      textContent: state.title,
    });
    const frame = Object.assign(document.createElement('iframe'), {
      // Each frame holds a whole shop: only those in view do.
      loading: 'lazy',
      src: address,
      title: state.title,
      width: String(width),
      height: String(height),
    });
    const element = document.createElement('li');
    element.append(link, frame);
    return element;
  }
}
