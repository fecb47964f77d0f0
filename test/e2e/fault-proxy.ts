/** A proxy in front of the emulator that makes chosen calls fail as AWS fails them: denied, throttled, cut, truncated, delayed, as HTML. */

import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Operation, operationOf } from './operation-of.ts';
import { type StandIn, standIns } from './stand-ins.ts';

export type Fault = 'deny' | 'badkey' | 'throttle' | 'html500' | 'cut' | 'truncate' | 'delay';

/** An answer of the emulator on its way back. */
export type Answer = {
  readonly operation: Operation;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
};

/** An error in place of an answer. */
export type Refusal = { readonly status: number; readonly code: string };

/** Makes an answer what the provider's documentation says it is, where the emulator cannot hold it. */
export type Correct = (answer: Answer) => string | Refusal;

/** Several corrections, one after another, to the first that refuses. */
export function inTurn(...corrections: readonly Correct[]): Correct {
  return (given) => {
    let { body } = given;
    for (const correct of corrections) {
      const corrected = correct({ ...given, body });
      if (typeof corrected !== 'string') return corrected;
      body = corrected;
    }
    return body;
  };
}

/** Decides for each call whether and how it fails. */
export type FaultPlan = (operation: Operation, attempt: number) => Fault | undefined;

export type FaultProxy = {
  readonly url: string;
  readonly setPlan: (plan: FaultPlan) => void;
  /** Corrections made beside those that the proxy was started with. */
  readonly setCorrect: (correct: Correct) => void;
  /** Calls seen since the last reset, by operation. */
  readonly calls: () => ReadonlyMap<string, number>;
  readonly resetCalls: () => void;
  readonly stop: () => Promise<void>;
};

const delayMs = 5_000;

/** Starts the proxy; without a plan it passes everything through, corrected. */
export async function startFaultProxy(target: string, always: Correct = asItIs): Promise<FaultProxy> {
  let plan: FaultPlan = () => undefined;
  let further: Correct = asItIs;
  let calls = new Map<string, number>();
  const server = createServer((incoming, outgoing) => {
    void readBody(incoming).then((body) => {
      const url = new URL(incoming.url ?? '/', target);
      const operation = operationOf({
        method: incoming.method ?? 'GET',
        path: url.pathname,
        query: url.searchParams,
        headers: incoming.headers,
        body: body.toString('utf8'),
      });
      const attempt = (calls.get(operation.name) ?? 0) + 1;
      calls.set(operation.name, attempt);
      const fault = plan(operation, attempt);
      answer({ fault, operation, incoming, outgoing, url, body, correct: inTurn(always, further) });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    setPlan: (next) => {
      plan = next;
    },
    setCorrect: (next) => {
      further = next;
    },
    calls: () => calls,
    resetCalls: () => {
      calls = new Map();
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Exchange = {
  readonly fault: Fault | undefined;
  readonly operation: Operation;
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly url: URL;
  readonly body: Buffer;
  readonly correct: Correct;
};

function asItIs({ body }: Answer): string {
  return body;
}

function answer(exchange: Exchange): void {
  const { fault, operation, outgoing } = exchange;
  switch (fault) {
    case undefined:
      return passThrough(exchange, standIns[operation.name]);
    case 'truncate':
      return forward(exchange, (body) => body.subarray(0, Math.floor(body.length / 2)));
    case 'delay':
      setTimeout(() => forward(exchange, (body) => body), delayMs);
      return;
    case 'cut':
      outgoing.destroy();
      return;
    case 'html500':
      return send(outgoing, 500, 'text/html', '<html><body><h1>Internal Server Error</h1></body></html>');
    case 'deny':
      return sendError(outgoing, operation, { status: 403, code: deniedCode(operation) });
    case 'badkey':
      return sendError(outgoing, operation, { status: 403, code: 'InvalidClientTokenId' });
    case 'throttle':
      return sendError(outgoing, operation, { status: 503, code: throttledCode(operation) });
  }
}

/** What the emulator does not know at all is answered in its place. */
function passThrough(exchange: Exchange, standIn: StandIn | undefined): void {
  if (standIn === undefined) return forward(exchange, (body) => body);
  const { outgoing, operation, url, correct } = exchange;
  const corrected = correct({ operation, path: url.pathname, query: url.searchParams, body: standIn.body });
  if (typeof corrected !== 'string') return sendError(outgoing, operation, corrected);
  outgoing.setHeader('x-amzn-requestid', 'stand-in');
  send(outgoing, 200, standIn.type, corrected);
}

/** The protocols of the services that speak neither EC2's nor S3's form of it. */
const protocols: Readonly<Record<string, 'query' | 'json' | 'rest'>> = {
  sts: 'query',
  iam: 'query',
  sns: 'query',
  organizations: 'json',
  sqs: 'json',
  kms: 'json',
  account: 'rest',
  lambda: 'rest',
};

function deniedCode({ service }: Operation): string {
  if (service === 'ec2') return 'UnauthorizedOperation';
  // https://docs.aws.amazon.com/sns/latest/api/API_ListTopics.html
  if (service === 'sns') return 'AuthorizationError';
  const protocol = protocols[service];
  return protocol === 'json' || protocol === 'rest' ? 'AccessDeniedException' : 'AccessDenied';
}

function throttledCode({ service }: Operation): string {
  if (service === 'ec2') return 'RequestLimitExceeded';
  return service === 's3' ? 'SlowDown' : 'Throttling';
}

/** The error forms of the protocols: EC2's, the query protocol's, JSON's and S3's. */
function sendError(outgoing: ServerResponse, { service, name }: Operation, error: Refusal): void {
  const message = `refused: ${name}`;
  const { status, code } = error;
  const protocol = protocols[service];
  const json = 'application/x-amz-json-1.1';
  if (protocol === 'json') return send(outgoing, status, json, JSON.stringify({ __type: code, message }));
  if (protocol === 'rest') {
    outgoing.setHeader('x-amzn-errortype', code);
    return send(outgoing, status, 'application/json', JSON.stringify({ message }));
  }
  const inner = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  if (service === 'ec2')
    return send(
      outgoing,
      status,
      'text/xml',
      `<Response><Errors>${inner}</Errors><RequestID>r</RequestID></Response>`,
    );
  if (protocol === 'query')
    return send(
      outgoing,
      status,
      'text/xml',
      `<ErrorResponse>${inner}<RequestId>r</RequestId></ErrorResponse>`,
    );
  return send(outgoing, status, 'application/xml', inner);
}

// oxlint-disable-next-line eslint/max-params -- an HTTP answer is these four
function send(outgoing: ServerResponse, status: number, type: string, body: string): void {
  outgoing.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  outgoing.end(body);
}

function forward(exchange: Exchange, shape: (body: Buffer) => Buffer): void {
  const { incoming, outgoing, operation, url, body, correct } = exchange;
  const upstream = httpRequest(
    url,
    { method: incoming.method ?? 'GET', headers: incoming.headers },
    (response) => {
      void readBody(response).then((answered) => {
        const given = {
          operation,
          path: url.pathname,
          query: url.searchParams,
          body: answered.toString('utf8'),
        };
        // The emulator says "created" of what it only shows.
        const isGood = response.statusCode === 200 || response.statusCode === 201;
        const corrected = isGood ? correct(given) : given.body;
        if (typeof corrected !== 'string') return sendError(outgoing, operation, corrected);
        const shaped = shape(Buffer.from(corrected));
        const headers = { ...response.headers, 'content-length': String(shaped.length) };
        delete headers['transfer-encoding'];
        outgoing.writeHead(response.statusCode ?? 500, headers);
        outgoing.end(incoming.method === 'HEAD' ? undefined : shaped);
      });
    },
  );
  upstream.on('error', () => outgoing.destroy());
  upstream.end(body);
}

async function readBody(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
