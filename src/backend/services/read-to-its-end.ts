const MOST_READ = 4096;

/** A short answer is read, so that its connection serves again; a long one is cut off. */
export async function readToItsEnd({ body }: Response): Promise<void> {
  if (!body) return;
  const reader = body.getReader();
  let read = 0;
  while (read < MOST_READ) {
    const { done, value } = await reader.read();
    if (done) return;
    read += value.length;
  }
  await reader.cancel();
}
