/**
 * Asks the database, and rejects when it takes longer, in ms. A question that was given up keeps its
 * connection until it is answered: while one is out no other is asked, or they would take all there are.
 */
export function createLook<Value>(ms: number, ask: () => Promise<Value>): () => Promise<Value> {
  let isOut = false;
  return async () => {
    if (isOut) throw new Error('The database has not answered what it was asked before');
    isOut = true;
    return within(
      ms,
      ask().finally(() => (isOut = false)),
    );
  };
}

/** What the database says in time; rejects when it takes longer, in ms. */
async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database takes too long')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
