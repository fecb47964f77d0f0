/** The figures that Prometheus reads: how requests go, and how much is watched, open, unknown and not looked at. */
import { Gauge, Histogram, Registry } from 'prom-client';
import { countDeliveries } from '../../store/deliveries.ts';
import { systemViewer } from '../../store/viewer.ts';
import { countSummary, type Summary } from '../../store/views/count-summary.ts';
import type { ApiContext } from '../context.ts';

export type Metrics = {
  readonly contentType: string;
  readonly text: () => Promise<string>;
  readonly observe: (request: ObservedRequest) => void;
};

export type ObservedRequest = {
  readonly method: string;
  /** The pattern of the route, never the path: paths have ids. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
};

/** Counting rows takes the longer the more there are: it is done at most so often. */
const freshMs = 60_000;

export function createMetrics(api: ApiContext): Metrics {
  const register = new Registry();
  const durations = new Histogram({
    name: 'security_monkey_http_request_duration_seconds',
    help: 'How long requests took, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  });
  const refresh = gaugesOf(register, api);
  const last = { at: Number.NEGATIVE_INFINITY };
  return {
    contentType: register.contentType,
    observe: ({ method, route, status, seconds }) =>
      durations.observe({ method, route, status: String(status) }, seconds),
    text: async () => {
      const now = api.runtime.clock.now().getTime();
      if (now - last.at >= freshMs) {
        last.at = now;
        await refresh();
      }
      return await register.metrics();
    },
  };
}

type Figures = Summary & { readonly deliveries: Readonly<Record<string, number>> };

/** The gauges, and what sets them to what the database holds. */
function gaugesOf(register: Registry, { runtime, version }: ApiContext): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `security_monkey_${name}`, help, labelNames: [...labelNames], registers: [register] });
  gauge('info', 'The version that runs.', ['version']).set({ version }, 1);
  const single = {
    accounts: gauge('accounts', 'Active accounts.'),
    items: gauge('items', 'Items that exist.'),
    frozen: gauge('items_frozen', 'Items whose account, region or service is switched off.'),
    unknowns: gauge('unknown_checks', 'Answers of checks that could not be decided.'),
  } as const;
  const parted = {
    openIssues: gauge('open_issues', 'Open issues by severity.', ['severity']),
    scopes: gauge('scopes', 'Scopes by the outcome of their last listing.', ['state']),
    deliveries: gauge('deliveries', 'Events for alerters by state.', ['state']),
  } as const;
  return async () => {
    const figures: Figures = {
      ...(await countSummary(runtime.db, systemViewer)),
      deliveries: await countDeliveries(runtime.db, systemViewer),
    };
    single.accounts.set(figures.accounts);
    single.items.set(figures.items);
    single.frozen.set(figures.frozen);
    single.unknowns.set(figures.unknowns);
    for (const [severity, count] of Object.entries(figures.openIssues))
      parted.openIssues.set({ severity }, count);
    for (const [state, count] of Object.entries(figures.scopes)) parted.scopes.set({ state }, count);
    for (const [state, count] of Object.entries(figures.deliveries)) parted.deliveries.set({ state }, count);
  };
}
