/** A tiny inventory on loopback: a site with two regions, two machines and three doors, read page by page. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export const inventoryToken = 'beep-beep-7f3a';

/** Region to its machines. */
const machines: Readonly<Record<string, readonly object[]>> = {
  north: [
    { serial: 'M1', name: 'press', image: { name: 'anvil-1', built: '2020-01-01T00:00:00Z' }, owner: 'wile' },
    { serial: 'M2', name: 'lathe', image: { name: 'anvil-9', built: '2099-01-01T00:00:00Z' } },
  ],
  south: [],
};

const doors: readonly { readonly id: string; readonly label: string; readonly region: string }[] = [
  { id: 'D1', label: 'Main gate', region: 'north' },
  { id: 'D2', label: 'Roof hatch', region: 'south' },
  { id: 'D3', label: 'Vault', region: 'north' },
];

const locks: Readonly<Record<string, object>> = {
  D1: { model: 'bolt', engaged: true },
  D3: { model: 'dial', engaged: false },
};

const holders: Readonly<Record<string, readonly object[]>> = {
  D1: [{ badge: 'B1', kind: 'staff' }],
  D3: [{ badge: 'B7', kind: 'guest' }],
};

type Answer = { readonly status: number; readonly body: object };

export type Inventory = {
  readonly url: string;
  /** The paths that were asked for, with their queries. */
  readonly asked: readonly string[];
  /** From now on paths that match are answered so; an empty text is no JSON. */
  readonly answer: (path: RegExp, status: number, text: string) => void;
  readonly close: () => Promise<void>;
};

export async function startInventory(site = 'S-17'): Promise<Inventory> {
  const asked: string[] = [];
  const overrides: { readonly path: RegExp; readonly status: number; readonly text: string }[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    asked.push(url);
    const override = overrides.find(({ path }) => path.test(url));
    if (override !== undefined) return write(response, override.status, override.text);
    const { status, body } = answerTo(request, new URL(url, 'http://inventory'), site);
    return write(response, status, JSON.stringify(body));
  });
  return {
    url: await addressOf(server),
    asked,
    answer: (path, status, text) => overrides.push({ path, status, text }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function addressOf(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the inventory has no port');
  return `http://127.0.0.1:${address.port}`;
}

function write(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(text);
}

function refused(status: number, code: string): Answer {
  return { status, body: { code, message: code.replaceAll('_', ' ') } };
}

function answerTo({ headers }: IncomingMessage, { pathname, searchParams }: URL, site: string): Answer {
  if (headers.authorization !== `Bearer ${inventoryToken}`) return refused(401, 'bad_token');
  const page = Number(searchParams.get('page') ?? '1');
  const [, , kind, name = '', part] = pathname.split('/');
  if (kind === 'whoami') {
    const regions = Object.keys(machines).map((region) => ({ name: region, open: true }));
    return { status: 200, body: { site, regions } };
  }
  if (kind === 'regions') return pageOf('machines', machines[name] ?? [], page);
  if (kind !== 'doors') return refused(404, 'no_such_path');
  if (name === '') return pageOf('doors', doors, page);
  if (!doors.some(({ id }) => id === name)) return refused(404, 'no_such_door');
  if (part === 'key-holders') return { status: 200, body: { holders: holders[name] ?? [] } };
  const lock = locks[name];
  return lock === undefined ? refused(404, 'no_lock') : { status: 200, body: lock };
}

/** One row a page, so that paging is not forgotten. */
function pageOf(key: string, rows: readonly object[], page: number): Answer {
  return {
    status: 200,
    body: { [key]: rows.slice(page - 1, page), next: page < rows.length ? page + 1 : null },
  };
}
