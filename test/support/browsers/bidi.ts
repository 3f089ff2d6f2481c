import { WebSocket } from 'undici';

/** A connection that speaks WebDriver BiDi. */
export interface Bidi {
  readonly send: <Result = unknown>(method: string, params?: object) => Promise<Result>;
}

interface Message {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly message?: string;
  readonly method: string;
  readonly params: any;
  readonly result: any;
}

/** @param onEvent receives every subscribed event */
export async function connectBidi(
  url: string,
  onEvent: (method: string, params: any) => void,
): Promise<Bidi> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const pending = new Map<number, (message: Message) => void>();
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id === undefined) onEvent(message.method, message.params);
    else pending.get(message.id)?.(message);
    pending.delete(message.id ?? 0);
  };
  let sent = 0;
  return {
    send: (method, params = {}) => {
      sent += 1;
      const id = sent;
      socket.send(JSON.stringify({ id, method, params }));
      return new Promise((resolve, reject) => {
        pending.set(id, ({ type, message, result }) =>
          type === 'error' ? reject(new Error(`${method}: ${message}`)) : resolve(result),
        );
      });
    },
  };
}
