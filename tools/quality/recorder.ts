/** A way to the emulator that remembers every request, so that the same can be asked again without the product. */
import { once } from 'node:events';
import { Agent, createServer, request as httpRequest, type IncomingMessage } from 'node:http';

type Recorded = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
};

export type Recorder = {
  readonly url: string;
  readonly requests: readonly Recorded[];
  /** The most that were under way at one moment. */
  readonly mostAtOnce: () => number;
  readonly stop: () => Promise<void>;
};

export async function startRecorder(target: string): Promise<Recorder> {
  const requests: Recorded[] = [];
  const agent = new Agent({ keepAlive: true });
  let underWay = 0;
  let most = 0;
  const server = createServer((incoming, outgoing) => {
    void readAll(incoming).then(async (body) => {
      const { method = 'GET', url: path = '/', headers } = incoming;
      const recorded = { method, path, headers, body };
      requests.push(recorded);
      underWay += 1;
      most = Math.max(most, underWay);
      const answer = await ask(target, recorded, agent);
      underWay -= 1;
      outgoing.writeHead(answer.status, answer.headers);
      outgoing.end(method === 'HEAD' ? undefined : answer.body);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    mostAtOnce: () => most,
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Asks all of it again, as many at once as then, and does nothing with the answers; gives milliseconds. */
export async function askAgain(target: string, { requests, mostAtOnce }: Recorder): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const waiting = [...requests];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await ask(target, next, agent);
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: mostAtOnce() }, work));
  const took = performance.now() - started;
  agent.destroy();
  return took;
}

type Answered = {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
};

async function ask(target: string, recorded: Recorded, agent: Agent): Promise<Answered> {
  const { method, path, headers, body } = recorded;
  const sent = httpRequest(new URL(path, target), { method, headers, agent });
  sent.end(body);
  const [response]: [IncomingMessage] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 500, headers: response.headers, body: await readAll(response) };
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
