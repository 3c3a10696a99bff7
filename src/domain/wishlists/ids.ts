/** Ids in one text, with commas between; a comma of an id’s own is percent-encoded. */
export const joinIds = (ids: readonly string[]): string => ids.map(encodeURIComponent).join();

/** What is not encoded well stands for itself. */
export const idsIn = (text: string): string[] =>
  text.split(',').map((id) => {
    try {
      return decodeURIComponent(id);
    } catch {
      return id;
    }
  });
