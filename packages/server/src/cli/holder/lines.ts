/** JSON lines over a socket, both ways. */
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** Writes one object; resolves when the other side has taken enough of what was written before. */
export function sendObject(socket: Socket, object: unknown): Promise<void> {
  if (socket.destroyed || !socket.writable) return Promise.resolve();
  if (socket.write(`${JSON.stringify(object)}\n`)) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = (): void => {
      socket.off('drain', finish);
      socket.off('close', finish);
      resolve();
    };
    socket.on('drain', finish);
    socket.on('close', finish);
  });
}

/** Calls back with every line as JSON; ends when the socket closes. */
export function onObjects(socket: Socket, handle: (object: unknown) => void): void {
  const lines = createInterface({ input: socket, crlfDelay: Infinity });
  lines.on('line', (line) => {
    if (line !== '') handle(parsed(line));
  });
  lines.on('error', () => socket.destroy());
}

/** Undefined for what is no JSON: nothing that the protocol knows. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
