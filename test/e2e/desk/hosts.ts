import { readdirSync, readFileSync } from 'node:fs';

const headOf = (file: string): string => {
  const text = readFileSync(`demo/hosts/${file}`, 'utf8');
  return file.endsWith('.js') ? `<script>${text}</script>` : `<style>${text}</style>`;
};

/** What rude pages have in their heads, by the file of demo/hosts. */
export const hosts = Object.fromEntries(
  readdirSync('demo/hosts').map((file) => [file, headOf(file)]),
);
