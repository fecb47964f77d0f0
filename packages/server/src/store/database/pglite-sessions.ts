/** The main thread's side of the embedded database: one connection, handed out to one user at a time. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createMutex } from './mutex.ts';
import type { Call, ErrorData, PgliteOptions, Reply, Request } from './pglite-protocol.ts';
import type { Result, Session, Sessions } from './session.ts';
import { lineOf, StoreError } from './store-error.ts';
import { diskFull, embeddedFailure } from './translate-error.ts';
import { createUpkeep, textLength, type Upkeep } from './upkeep.ts';

export type PgliteSessions = Sessions & {
  /** The whole database as a tar archive, from which another can be opened. */
  readonly dump: () => Promise<ArrayBuffer>;
};

/** Opens the embedded database in a thread of its own. */
export async function openPglite(
  options: PgliteOptions,
  upkeep: Upkeep = createUpkeep(),
): Promise<PgliteSessions> {
  const thread = startThread(options);
  await thread.ready;
  const mutex = createMutex();

  const script = async (sql: string) => (await thread.call({ kind: 'script', sql })) as readonly unknown[];
  const acquire = async (): Promise<Session> => {
    const release = await mutex.acquire();
    return {
      query: async (sql, parameters) => {
        upkeep.note(textLength(parameters));
        return (await thread.call({ kind: 'query', sql, parameters })) as Result;
      },
      script,
      release: () => {
        if (upkeep.isDue()) void upkeep.run(script).catch(warn).finally(release);
        else release();
      },
    };
  };
  const alone = async <Value>(call: Call): Promise<Value> => {
    const release = await mutex.acquire();
    try {
      return (await thread.call(call)) as Value;
    } finally {
      release();
    }
  };
  return {
    acquire,
    listen: async (channel, onNotification, onReady) => {
      thread.notified.set(channel, onNotification);
      await alone({ kind: 'listen', channel });
      onReady();
      return {
        close: async () => {
          thread.notified.delete(channel);
          await alone({ kind: 'unlisten', channel });
        },
      };
    },
    dump: () => alone<ArrayBuffer>({ kind: 'dump' }),
    close: async () => {
      try {
        // One that has stopped by itself has nothing left to write.
        if (!thread.hasStopped()) await alone({ kind: 'close' });
      } finally {
        await thread.end();
      }
    },
  };
}

/** The statement that was waiting for its turn did not fail; should the database be broken, the next one says so. */
function warn(error: unknown): void {
  process.emitWarning(`The upkeep of the embedded database failed: ${lineOf(error)}`);
}

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

type Thread = {
  readonly ready: Promise<void>;
  readonly call: (call: Call) => Promise<unknown>;
  readonly notified: Map<string, (payload: string) => void>;
  readonly hasStopped: () => boolean;
  readonly end: () => Promise<void>;
};

function startThread(options: PgliteOptions): Thread {
  const worker = new Worker(new URL(`./pglite-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: options,
    name: 'pglite',
  });
  const waiting = new Map<number, Waiting>();
  const notified = new Map<string, (payload: string) => void>();
  const opened = Promise.withResolvers<void>();
  let isOpen = false;
  let next = 0;
  let ended: StoreError | undefined;

  const stop = (error: StoreError): void => {
    ended ??= error;
    opened.reject(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const settle = (id: number, use: (entry: Waiting) => void): void => {
    const entry = waiting.get(id);
    waiting.delete(id);
    if (entry !== undefined) use(entry);
    // A process with nothing left to do ends, whether or not it has closed the database.
    if (waiting.size === 0) worker.unref();
  };
  worker.on('message', (reply: Reply) => {
    if (reply.kind === 'ready') {
      isOpen = true;
      opened.resolve();
      worker.unref();
    }
    if (reply.kind === 'unopened' || reply.kind === 'aborted') {
      stop(embeddedFailure(isOpen ? 'stopped' : 'cannot be opened', errorFrom(reply.error)));
      void worker.terminate();
    }
    if (reply.kind === 'notification') notified.get(reply.channel)?.(reply.payload);
    if (reply.kind === 'answer') settle(reply.id, ({ resolve }) => resolve(reply.value));
    if (reply.kind === 'refusal') settle(reply.id, ({ reject }) => reject(refusalOf(reply.error)));
  });
  worker.on('error', (error) => stop(embeddedFailure('stopped', error)));
  worker.on('exit', () => stop(new StoreError('database_closed', 'The embedded database is closed.')));

  return {
    ready: opened.promise,
    notified,
    call: async (call) => {
      if (ended !== undefined) throw ended;
      next += 1;
      return ask(worker, waiting, { id: next, call });
    },
    hasStopped: () => ended !== undefined,
    end: async () => {
      await worker.terminate();
    },
  };
}

function ask(worker: Worker, waiting: Map<number, Waiting>, request: Request): Promise<unknown> {
  worker.ref();
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  waiting.set(request.id, { resolve, reject });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
  worker.postMessage(request);
  return promise;
}

function errorFrom({ message, fields }: ErrorData): Error {
  return Object.assign(new Error(message), fields);
}

/** An error that PostgreSQL itself reported is passed on as it is; any other leaves the database in an unknown state. */
function refusalOf(data: ErrorData): Error {
  const error = errorFrom(data);
  return data.reported ? (diskFull(error) ?? error) : embeddedFailure('stopped', error);
}
