/** A small HTTP server that stands where AWS would, for tests of what goes over the wire. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type Call = {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

export type Wire = {
  readonly url: string;
  readonly calls: readonly Call[];
  readonly close: () => Promise<void>;
};

/** Starts a server that answers each call as the function says. */
export async function startWire(answer: (call: Call, response: ServerResponse) => void): Promise<Wire> {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    const { method = '', url: path = '', headers } = request;
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const call = { method, host: headers.host ?? '', path, headers, body };
      calls.push(call);
      answer(call, response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An answer as AWS gives it: with a request id. */
export function reply(response: ServerResponse, body: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/xml', 'x-amz-request-id': 'TX1' });
  response.end(body);
}
