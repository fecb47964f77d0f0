/** The thread in which the embedded database runs: it blocks its thread while it works, so it must not be the main one. */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, types } from '@electric-sql/pglite';
import type { Call, ErrorData, PgliteOptions, Reply, Request } from './pglite-protocol.ts';

const port = parentPort;
if (port === null) throw new Error('pglite-worker.ts is started as a worker thread only.');
const reply = (message: Reply): void => port.postMessage(message);

const listeners = new Map<string, () => Promise<void>>();

async function answer(pglite: PGlite, call: Call): Promise<unknown> {
  switch (call.kind) {
    case 'query': {
      const { rows, affectedRows } = await pglite.query(call.sql, [...call.parameters]);
      return { rows, affected: affectedRows };
    }
    case 'script':
      return (await pglite.exec(call.sql)).flatMap((result) => result.rows);
    case 'listen': {
      const { channel } = call;
      const stop = await pglite.listen(channel, (payload) =>
        reply({ kind: 'notification', channel, payload }),
      );
      listeners.set(channel, stop);
      return undefined;
    }
    case 'unlisten':
      await listeners.get(call.channel)?.();
      listeners.delete(call.channel);
      return undefined;
    case 'dump':
      return (await pglite.dumpDataDir('none')).arrayBuffer();
    case 'close':
      await pglite.close();
      return undefined;
  }
}

function errorData(error: unknown): ErrorData {
  if (!(error instanceof Error)) return { message: String(error), reported: false, fields: {} };
  const texts = Object.entries(error).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !ownFields.has(entry[0]),
  );
  const fields = Object.fromEntries(texts);
  return { message: error.message, reported: 'severity' in fields, fields };
}

/** Fields that the error gets anew, and the texts and parameters of the query, which may hold what belongs in no log. */
const ownFields = new Set(['message', 'name', 'stack', 'query', 'params']);

/** Why PostgreSQL ended, as it wrote in its log. */
let lastWords = '';

/**
 * After a panic (such as a full disk under the log) the library goes round in a loop and answers nothing more;
 * the main thread is told from here, while this thread still can.
 */
function hear(line: string): void {
  const words = /(?:PANIC|FATAL):\s*(.*)/.exec(line)?.[1];
  if (words !== undefined) lastWords = words;
  if (!line.startsWith('Aborted(')) return;
  reply({ kind: 'aborted', error: { message: lastWords || line, reported: false, fields: {} } });
}

function unopenedBecause(error: unknown): ErrorData {
  const data = errorData(error);
  return lastWords === '' ? data : { ...data, message: lastWords };
}

async function open({ directory, snapshot }: PgliteOptions): Promise<PGlite> {
  return PGlite.create({
    dataDir: directory ?? 'memory://',
    ...(snapshot !== undefined && { loadDataDir: new Blob([snapshot]) }),
    parsers: { [types.INT8]: Number },
    onStderr: (line) => {
      hear(line);
      return true;
    },
  });
}

try {
  const pglite = await open(workerData as PgliteOptions);
  port.on('message', ({ id, call }: Request) => {
    answer(pglite, call).then(
      (value) => reply({ kind: 'answer', id, value }),
      (error: unknown) => reply({ kind: 'refusal', id, error: errorData(error) }),
    );
  });
  reply({ kind: 'ready' });
} catch (error) {
  reply({ kind: 'unopened', error: unopenedBecause(error) });
}
