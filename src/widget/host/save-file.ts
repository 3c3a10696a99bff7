/** Gives the shopper a file to keep. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // the browser has begun with it by then
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
