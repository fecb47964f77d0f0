/** The holder's side: runs the commands that others type, on the database that this process holds. */
import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { CodedError } from '../../errors/coded-error.ts';
import type { Notice } from '../output/output.ts';
import { onObjects, sendObject } from './lines.ts';
import { type Call, type Reply, requestSchema } from './protocol.ts';
import { isPlaceTrusted, socketPath } from './socket-path.ts';

export type RemoteRun = {
  readonly call: Call;
  readonly line: (text: string) => Promise<void>;
  readonly notice: (notice: Notice) => void;
  readonly error: (text: string) => void;
  readonly signal: AbortSignal;
};

export type Holder = {
  /** Refuses new commands, aborts those under way and waits until they have ended. */
  readonly close: (how: { readonly abort: boolean }) => Promise<void>;
};

/** Listens in the data directory, for this user only. `run` answers with the exit code of the command. */
export async function serveHolder(
  dataDirectory: string,
  {
    version,
    run,
  }: { readonly version: string; readonly run: (remote: RemoteRun) => Promise<0 | 1 | 2 | 130> },
): Promise<Holder> {
  const path = socketPath(dataDirectory);
  const running = new Map<Promise<void>, AbortController>();
  const closing = { yes: false };
  const server = createServer((socket) => {
    if (closing.yes) {
      socket.destroy();
      return;
    }
    const controller = new AbortController();
    const work = answer(socket, { version, run, controller, isClosing: () => closing.yes }).finally(() =>
      running.delete(work),
    );
    running.set(work, controller);
  });
  // The lock on the directory is ours: what lies there is left over from a process that was killed.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (!isPlaceTrusted(path)) throw new CodedError('holder_place', { path: dirname(path) });
  rmSync(path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    forThisUserOnly(() => server.listen(path, resolve));
  });
  return {
    close: async ({ abort }) => {
      closing.yes = true;
      server.close();
      if (abort) for (const controller of running.values()) controller.abort();
      await Promise.allSettled(running.keys());
    },
  };
}

/** The socket is made at once, and nobody else may ever connect to it, not even before its mode could be changed. */
function forThisUserOnly(listen: () => void): void {
  const before = process.umask(0o177);
  try {
    listen();
  } finally {
    process.umask(before);
  }
}

type Answering = {
  readonly version: string;
  readonly run: (remote: RemoteRun) => Promise<0 | 1 | 2 | 130>;
  readonly controller: AbortController;
  readonly isClosing: () => boolean;
};

function answer(socket: Socket, { version, run, controller, isClosing }: Answering): Promise<void> {
  return new Promise((resolve) => {
    const state = { called: false };
    // Whoever is gone wants no answer: the command stops as by Ctrl-C.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      controller.abort();
      if (!state.called) resolve();
    });
    onObjects(socket, (object) => {
      const request = requestSchema.safeParse(object);
      if (!request.success || isClosing()) socket.destroy();
      else if (request.data.kind === 'abort') controller.abort();
      else if (!state.called) {
        state.called = true;
        void perform(socket, { call: request.data, version, run, signal: controller.signal }).finally(
          resolve,
        );
      }
    });
  });
}

type Performance = Pick<Answering, 'version' | 'run'> & { readonly call: Call; readonly signal: AbortSignal };

async function perform(socket: Socket, { call, version, run, signal }: Performance): Promise<void> {
  const reply = (message: Reply): Promise<void> => sendObject(socket, message);
  if (call.version !== version) {
    await reply({ kind: 'version', version });
    socket.end();
    return;
  }
  await reply({ kind: 'accepted' });
  const code = await run({
    call,
    line: (text) => reply({ kind: 'line', text }),
    notice: (notice) => void reply({ kind: 'notice', ...notice }),
    error: (text) => void reply({ kind: 'error', text }),
    signal,
  });
  await reply({ kind: 'exit', code });
  socket.end();
}
