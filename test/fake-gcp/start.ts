/** A fake Google Cloud at the wire, made of Google's own documents: what they do not know fails the test. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { asAsked } from './behaviour.ts';
import { valueProblems } from './check-value.ts';
import { createStore, type Estate, isPaged, type Store } from './estate.ts';
import { type Fault, faultAnswer } from './faults.ts';
import { type Answer, badRequest, notFound, unknownAddress, withoutCredentials } from './google-error.ts';
import { pageOf } from './paging.ts';
import { findRoute, queryProblems, type Route } from './route.ts';
import { signIn } from './sign-in.ts';
import type { ApiTable } from './table.ts';
import { loadTables } from './tables.ts';

export type { Estate } from './estate.ts';
export type { Fault, FaultKind } from './faults.ts';

export type FakeRequest = {
  readonly verb: string;
  /** `/compute.googleapis.com/compute/v1/projects/acme-web/global/firewalls`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly sent: unknown;
  /** Such as `compute.firewalls.list`; absent for what no API knows. */
  readonly method?: string;
  readonly token?: string;
  /** The project that is asked to be billed. */
  readonly quotaProject?: string;
  readonly status: number;
};

export type FakeGcp = {
  /** The product's `endpoint`: each API lies below it by its host. */
  readonly url: string;
  readonly requests: readonly FakeRequest[];
  /** Calls by method, such as `{ 'compute.firewalls.list': 2 }`. */
  readonly calls: () => Readonly<Record<string, number>>;
  readonly put: (fault: Fault) => void;
  readonly heal: () => void;
  /** What was asked that Google's documents do not know, for tests that do so on purpose; afterwards it is forgiven. */
  readonly takeProblems: () => readonly string[];
  /** Stops; throws when anything was asked that Google's documents do not know. */
  readonly close: () => Promise<void>;
};

export type FakeOptions = {
  /** Elements that a page holds at most; 500 unless given. */
  readonly pageCap?: number;
  /** `projects/<number>` of the project whose credentials call. */
  readonly homeProject?: string;
};

type State = {
  readonly tables: readonly ApiTable[];
  readonly store: Store;
  readonly requests: FakeRequest[];
  readonly problems: string[];
  readonly faults: { readonly fault: Fault; hits: number }[];
  readonly options: FakeOptions;
};

/** Starts it on the loopback. @throws when the estate is not as Google's documents say. */
export async function startFakeGcp(estate: Estate, options: FakeOptions = {}): Promise<FakeGcp> {
  const tables = loadTables();
  const state: State = {
    tables,
    store: createStore(tables, estate),
    requests: [],
    problems: [],
    faults: [],
    options,
  };
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => respond(state, request, { response, text }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests: state.requests,
    calls: () => countCalls(state.requests),
    put: (fault) => state.faults.push({ fault, hits: 0 }),
    heal: () => state.faults.splice(0),
    takeProblems: () => state.problems.splice(0),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      if (state.problems.length > 0)
        throw new Error(`Google's documents do not know what was asked:\n${state.problems.join('\n')}`);
    },
  };
}

function countCalls(requests: readonly FakeRequest[]): Readonly<Record<string, number>> {
  const methods = requests.flatMap(({ method }) => (method === undefined ? [] : [method]));
  const counts = Map.groupBy(methods, (method) => method);
  return Object.fromEntries(
    [...counts]
      .map(([method, calls]) => [method, calls.length] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

type Exchange = {
  readonly verb: string;
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly sent: unknown;
  readonly token: string | undefined;
};

function respond(
  state: State,
  request: IncomingMessage,
  { response, text }: { readonly response: ServerResponse; readonly text: string },
): void {
  const url = new URL(request.url ?? '/', 'http://fake');
  const [, host = '', below = '/'] = /^\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? [];
  const verb = request.method ?? 'GET';
  const exchange: Exchange = {
    verb,
    host,
    path: below,
    query: url.searchParams,
    sent: parsed(text),
    token: /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1],
  };
  const route = findRoute(state.tables, exchange);
  const fault = takeFault(state, `${route?.id ?? ''} ${verb} ${url.pathname}${url.search}`);
  const signedIn = signIn(host, below, fault);
  const answer = signedIn ?? answerOf(state, exchange, { route, fault });
  const quotaProject = request.headers['x-goog-user-project'];
  state.requests.push({
    verb,
    path: url.pathname,
    query: url.searchParams,
    sent: exchange.sent,
    ...(route !== undefined && { method: route.id }),
    ...(exchange.token !== undefined && { token: exchange.token }),
    ...(typeof quotaProject === 'string' && { quotaProject }),
    status: answer.status,
  });
  if (fault?.kind !== 'hang') write(response, answer, fault?.kind === 'half-page');
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function takeFault(state: State, asked: string): Fault | undefined {
  const found = state.faults.find(
    ({ fault, hits }) => fault.match.test(asked) && hits < (fault.times ?? Number.POSITIVE_INFINITY),
  );
  if (found !== undefined) found.hits += 1;
  return found?.fault;
}

type Meeting = { readonly route: Route | undefined; readonly fault: Fault | undefined };

function answerOf(state: State, exchange: Exchange, { route, fault }: Meeting): Answer {
  const { verb, host, path, query, sent, token } = exchange;
  const asked = `${verb} /${host}${path}`;
  if (route === undefined) {
    state.problems.push(`${asked} is no address of Google's`);
    return unknownAddress(path);
  }
  const { api } = route.table;
  if (token === undefined) return withoutCredentials(api);
  const problems = [...queryProblems(route, query), ...bodyProblems(route, sent)];
  if (problems.length > 0) {
    state.problems.push(...problems.map((problem) => `${asked}: ${problem}`));
    return badRequest(api, problems);
  }
  const { homeProject = 'projects/999900001111' } = state.options;
  const refused = fault && faultAnswer(fault, { api, host, path, homeProject });
  return refused ?? held(state, exchange, route);
}

function bodyProblems({ table, facts }: Route, sent: unknown): readonly string[] {
  if (sent === undefined) return [];
  if (facts.body === undefined) return ['a body is sent where none is taken'];
  return valueProblems(table.schemas, `#${facts.body}`, { value: sent });
}

function held(state: State, { verb, host, path, query, sent }: Exchange, route: Route): Answer {
  const address = `/${host}${path}`;
  const found = state.store.find({ route, verb, path: address, query });
  if (found === undefined) return notFound(route.table.api, path.slice(1).replace(/^.*?(?=projects\/)/, ''));
  const shown = asAsked(found, { id: route.id, query, sent });
  if (shown.kind === 'whole') return { status: 200, body: shown.body };
  const { pageCap = 500 } = state.options;
  const cap = isPaged(route) ? pageCap : Number.POSITIVE_INFINITY;
  const page = pageOf({ ...shown, query, cap, address: `${verb} ${address}` });
  if ('problem' in page) {
    state.problems.push(`${verb} ${address}: ${page.problem}`);
    return badRequest(route.table.api, [page.problem]);
  }
  return { status: 200, body: page.body };
}

function write(response: ServerResponse, { status, body, headers }: Answer, isCut: boolean): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': typeof body === 'string' ? 'text/html' : 'application/json; charset=UTF-8',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  if (!isCut) {
    response.end(text);
    return;
  }
  response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
}
