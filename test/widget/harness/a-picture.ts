/** What a camera would take: a picture any browser opens, of this size in pixels. */
export async function aPicture(width = 40, height = 30): Promise<File> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#24523f';
  pen.fillRect(0, 0, width, height);
  const bytes = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  return new File([bytes!], 'crack.png', { type: 'image/png' });
}
