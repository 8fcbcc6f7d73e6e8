/**
 * Answers a promise once long work has held the page for `milliseconds`, so that clicks and drawing get their turn.
 * A message is used because a timer of zero waits at least four milliseconds each time.
 */
export function pageTurns(milliseconds = 16): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < milliseconds) return undefined;
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        last = performance.now();
        resolve();
      };
      port2.postMessage(null);
    });
  };
}
