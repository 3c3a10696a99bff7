/** Event streams under way. They have no end of their own, so a stop must end them. */
export interface Streams {
  /** The same answer; a stream in it ends with end(). */
  keep(answer: Response): Response;
  end(): void;
}

export function createStreams(): Streams {
  const open = new Set<() => void>();
  return {
    keep(answer) {
      const isStream = answer.headers.get('Content-Type')?.startsWith('text/event-stream');
      if (!isStream || !answer.body) return answer;
      const reader = answer.body.getReader();
      let end: () => void;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          end = () => {
            open.delete(end);
            controller.close();
            void reader.cancel();
          };
          open.add(end);
        },
        async pull(controller) {
          const { done, value } = await reader.read();
          // Ended meanwhile: the controller is closed and takes no more.
          if (!open.has(end)) return;
          if (done) end();
          else controller.enqueue(value);
        },
        cancel(reason) {
          open.delete(end);
          return reader.cancel(reason);
        },
      });
      return new Response(body, answer);
    },
    end() {
      for (const each of open) each();
    },
  };
}
