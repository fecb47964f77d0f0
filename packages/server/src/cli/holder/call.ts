/** The command line's side: has a command run by the process that holds the data directory. */
import { connect, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { CodedError } from '../../errors/coded-error.ts';
import type { ExitCode } from '../command.ts';
import type { Sink } from '../output/output.ts';
import { onObjects, sendObject } from './lines.ts';
import { type Call, type Reply, replySchema } from './protocol.ts';
import { isPlaceTrusted, socketPath } from './socket-path.ts';

export type CallOptions = {
  readonly sink: Sink;
  readonly signal: AbortSignal;
};

/**
 * The exit code of the command as the holder ran it; undefined when nobody listens, or when the holder was closing
 * before it had begun. Throws when it went away in the middle.
 */
export async function callHolder(
  dataDirectory: string,
  call: Call,
  { sink, signal }: CallOptions,
): Promise<ExitCode | undefined> {
  const socket = await reach(socketPath(dataDirectory));
  if (socket === undefined) return undefined;
  const abort = (): void => void sendObject(socket, { kind: 'abort' });
  signal.addEventListener('abort', abort, { once: true });
  try {
    const answered = converse(socket, { sink, own: call.version });
    await sendObject(socket, call);
    if (signal.aborted) abort();
    return await answered;
  } finally {
    signal.removeEventListener('abort', abort);
    socket.destroy();
  }
}

async function reach(path: string): Promise<Socket | undefined> {
  if (!isPlaceTrusted(path)) throw new CodedError('holder_place', { path: dirname(path) });
  return await new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

function converse(
  socket: Socket,
  { sink, own }: { readonly sink: CallOptions['sink']; readonly own: string },
): Promise<ExitCode | undefined> {
  return new Promise((resolve, reject) => {
    const state = { accepted: false, exited: false };
    const queue = { last: Promise.resolve() };
    const take = (reply: Reply): void => {
      if (reply.kind === 'accepted') state.accepted = true;
      if (reply.kind === 'line') queue.last = queue.last.then(() => sink.line(reply.text));
      if (reply.kind === 'notice') sink.notice(reply);
      if (reply.kind === 'error') sink.error(reply.text);
      if (reply.kind === 'version') reject(new CodedError('holder_version', { holder: reply.version, own }));
      if (reply.kind === 'exit') {
        state.exited = true;
        void queue.last.then(() => resolve(reply.code), reject);
      }
    };
    onObjects(socket, (object) => take(replySchema.parse(object)));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (state.exited) return;
      if (state.accepted) reject(new CodedError('holder_lost'));
      else resolve(undefined);
    });
  });
}
