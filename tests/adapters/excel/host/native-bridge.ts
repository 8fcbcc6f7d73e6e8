/** What a pretended Excel must offer to be spoken to. */
export interface BridgeHost {
  readonly wire: { execute(text: string): { readonly status: number; readonly body: string } };
  onEvent: ((event: unknown) => void) | undefined;
}

/** The entry that office.js looks for in hosts with a native bridge; `connect` puts a pretended Excel behind it. */
export function nativeBridge() {
  let host: BridgeHost | undefined;
  const bridge = {
    onMessageFromHost: (_text: string) => undefined as void,
    connect: (next: BridgeHost) => {
      host = next;
      next.onEvent = (event) =>
        bridge.onMessageFromHost(JSON.stringify({ type: 3, controlId: '', message: { entries: [event] } }));
    },
    sendMessageToHost(text: string) {
      const message = JSON.parse(text) as { id: number; type: number; flags: number; message: { body: unknown } };
      if (message.type !== 1) return;
      setImmediate(() => {
        const answer = host?.wire.execute(JSON.stringify(message.message.body)) ?? { status: 500, body: '{}' };
        bridge.onMessageFromHost(
          JSON.stringify({
            id: message.id,
            type: 2,
            flags: message.flags,
            message: { statusCode: answer.status, headers: {}, body: JSON.parse(answer.body) },
          }),
        );
      });
    },
  };
  return bridge;
}
