// Launcher without Lit; Lit and the panel come on intent (tap, hover) or when idle.
const mode = new URL(import.meta.url).searchParams.get('mode');
const host = document.createElement('div');
host.id = 'lit-desk';
const root = host.attachShadow({ mode: 'open' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(
  `.l{position:fixed;right:20px;bottom:20px;width:56px;height:56px;border:0;border-radius:28px;background:#0b57d0;color:#fff;font:16px system-ui}`,
);
root.adoptedStyleSheets = [sheet];
root.innerHTML = `<button class=l aria-label=Help aria-expanded=false>?</button>`;
const launcher = root.firstChild;
let ready;
let panel;
// a URL of our own, so that the bundler adds no preload helper (1 kB) to the loader
const load = () =>
  (ready ??= import(/* @vite-ignore */ import.meta.url.replace(/[^/]*$/, 'panel.js')));
launcher.onclick = async () => {
  await load();
  if (!panel) {
    panel = document.createElement('lit-desk-panel');
    root.append(panel);
    panel.open = true;
  } else panel.open = !panel.open;
  launcher.setAttribute('aria-expanded', String(panel.open));
};
if (mode === 'hover') launcher.addEventListener('pointerenter', load, { once: true });
if (mode === 'idle')
  addEventListener('load', () => requestIdleCallback(load, { timeout: 5000 }), { once: true });
document.body.append(host);
