/** Each route that needs a session, with a request that succeeds and what makes it a bad one. */
import { foreignWord, type Ids } from './two-accounts.ts';

export type RouteCase = {
  /** `GET /items/:id`, as the list of routes has it. */
  readonly route: string;
  /** The path of a good request about these things. */
  readonly at: (ids: Ids) => string;
  readonly body?: (ids: Ids) => object;
  /** What makes the good request a bad one, beside a parameter that there is not. */
  readonly bad?: {
    readonly body?: object;
    /** Put in place of the good query. */
    readonly query?: string;
    /** The code of the error; `request_invalid` unless given. */
    readonly code?: string;
  };
  /** Whoever sees all accounts finds something of the foreign account in the answer. */
  readonly shows?: true;
  /** The path names something of an account (or a person), so that of a foreign one it must not be found. */
  readonly names?: true;
};

const badQuery = { query: '?query=score%3E%3Dx', code: 'query_invalid' } as const;
const badCursor = { query: '?after=nonsense' } as const;
const badFormat = { query: '?format=xls' } as const;

export const routeCases: readonly RouteCase[] = [
  { route: 'DELETE /session', at: () => '/session' },
  {
    route: 'PUT /session/password',
    at: () => '/session/password',
    body: () => ({ present: 'correct horse battery', password: 'another long password' }),
    bad: { body: { present: 'correct horse battery', password: 'short' } },
  },
  { route: 'GET /items', at: () => '/items', bad: badQuery, shows: true },
  { route: 'GET /items/facets', at: () => '/items/facets', bad: badQuery, shows: true },
  { route: 'GET /items/export', at: () => '/items/export', bad: badQuery, shows: true },
  { route: 'GET /items/:id', at: ({ item }) => `/items/${item}`, names: true },
  {
    route: 'GET /items/:id/at',
    at: ({ item }) => `/items/${item}/at?asOf=2026-01-03T00:00:00Z`,
    bad: { query: '?asOf=yesterday' },
    names: true,
  },
  {
    route: 'GET /items/:id/revisions',
    at: ({ item }) => `/items/${item}/revisions`,
    bad: badCursor,
    names: true,
  },
  {
    route: 'GET /items/:id/revisions/export',
    at: ({ item }) => `/items/${item}/revisions/export`,
    bad: badFormat,
    names: true,
  },
  {
    route: 'GET /items/:id/diff',
    at: ({ item, revision }) => `/items/${item}/diff?to=${revision}`,
    bad: { query: '?to=nonsense' },
    names: true,
  },
  { route: 'GET /items/:id/comments', at: ({ item }) => `/items/${item}/comments`, names: true },
  {
    route: 'POST /items/:id/comments',
    at: ({ item }) => `/items/${item}/comments`,
    body: () => ({ text: 'a word' }),
    bad: { body: { text: '   ' } },
    names: true,
  },
  { route: 'POST /items/:id/rescan', at: ({ item }) => `/items/${item}/rescan`, names: true },
  { route: 'GET /issues', at: () => '/issues', bad: badQuery, shows: true },
  { route: 'GET /issues/facets', at: () => '/issues/facets', bad: badQuery, shows: true },
  { route: 'GET /issues/export', at: () => '/issues/export?format=jsonl', bad: badQuery, shows: true },
  { route: 'GET /issues/:id', at: ({ issue }) => `/issues/${issue}`, names: true },
  {
    route: 'POST /issues/:id/justification',
    at: ({ issue }) => `/issues/${issue}/justification`,
    body: () => ({ reason: 'a reason' }),
    bad: { body: { reason: '' } },
    names: true,
  },
  {
    route: 'DELETE /issues/:id/justification',
    at: ({ justified }) => `/issues/${justified}/justification`,
    names: true,
  },
  {
    route: 'POST /issues/justify',
    at: () => '/issues/justify',
    body: ({ issue }) => ({ ids: [issue], reason: 'a reason' }),
    bad: { body: { ids: [], reason: 'a reason' } },
  },
  {
    route: 'POST /issues/reopen',
    at: () => '/issues/reopen',
    body: ({ justified }) => ({ ids: [justified] }),
    bad: { body: { ids: ['nonsense'] } },
  },
  {
    route: 'POST /issues/:id/comments',
    at: ({ issue }) => `/issues/${issue}/comments`,
    body: () => ({ text: 'a word' }),
    bad: { body: { text: 'a word', author: 'somebody else' } },
    names: true,
  },
  { route: 'DELETE /comments/:id', at: ({ comment }) => `/comments/${comment}`, names: true },
  { route: 'GET /query/keys', at: () => '/query/keys?of=items', bad: { query: '?of=people' } },
  { route: 'GET /about', at: () => '/about' },
  { route: 'GET /coverage', at: () => '/coverage', bad: { query: '?state=fine' }, shows: true },
  { route: 'GET /coverage/export', at: () => '/coverage/export', bad: { query: '?state=fine' }, shows: true },
  { route: 'GET /coverage/matrix', at: () => '/coverage/matrix', bad: badCursor, shows: true },
  { route: 'GET /coverage/matrix/export', at: () => '/coverage/matrix/export', bad: badFormat, shows: true },
  { route: 'GET /unknowns', at: () => '/unknowns', bad: badCursor, shows: true },
  { route: 'GET /unknowns/export', at: () => '/unknowns/export', bad: badFormat, shows: true },
  { route: 'GET /dashboard', at: () => '/dashboard', bad: { query: '?account=prod' }, shows: true },
  { route: 'GET /dashboard/trend', at: () => '/dashboard/trend', bad: { query: '?days=0' } },
  { route: 'GET /failures', at: () => '/failures', bad: { query: '?account=prod' }, shows: true },
  {
    route: 'GET /failures/export',
    at: () => '/failures/export',
    bad: { query: '?account=prod' },
    shows: true,
  },
  { route: 'GET /changes', at: () => '/changes', bad: { query: '?kind=rebaseline' }, shows: true },
  {
    route: 'GET /changes/export',
    at: () => '/changes/export',
    bad: { query: '?kind=rebaseline' },
    shows: true,
  },
  {
    route: 'GET /justifications/ending',
    at: () => '/justifications/ending',
    bad: { query: '?before=soon' },
    shows: true,
  },
  {
    route: 'GET /justifications/ending/export',
    at: () => '/justifications/ending/export',
    bad: { query: '?before=soon' },
    shows: true,
  },
  { route: 'GET /technologies', at: () => '/technologies' },
  {
    route: 'GET /checks',
    at: () => '/checks?technology=fake.widget',
    bad: { query: '?technology=fake.nothing', code: 'technology_unknown' },
  },
  {
    route: 'GET /checks/export',
    at: () => '/checks/export?technology=fake.widget',
    bad: { query: '?technology=fake.nothing', code: 'technology_unknown' },
  },
  { route: 'GET /checks/:check', at: () => '/checks/fake.widget.open-rule', shows: true },
  {
    route: 'PATCH /checks/:check',
    at: () => '/checks/fake.widget.open-rule',
    body: () => ({ score: 3 }),
    bad: { body: { score: 11 } },
  },
  { route: 'GET /account-types', at: () => '/account-types' },
  {
    route: 'GET /account-types/:type/role',
    at: () => '/account-types/fake/role?format=json',
    bad: { query: '?format=terraform', code: 'format_unknown' },
  },
  { route: 'GET /accounts', at: () => '/accounts', bad: badCursor, shows: true },
  { route: 'GET /accounts/export', at: () => '/accounts/export', bad: badFormat, shows: true },
  { route: 'GET /accounts/:id', at: ({ account }) => `/accounts/${account}`, names: true },
  {
    route: 'POST /accounts',
    at: () => '/accounts',
    body: () => ({ type: 'fake', identifier: 'new', name: 'new' }),
    bad: { body: { type: 'fake', identifier: 'new', name: '' }, code: 'field_invalid' },
  },
  {
    route: 'PATCH /accounts/:id',
    at: ({ account }) => `/accounts/${account}`,
    body: () => ({ active: false }),
    bad: { body: { identifier: 'other' } },
    names: true,
  },
  {
    route: 'DELETE /accounts/:id',
    at: ({ account }) => `/accounts/${account}?name=mine`,
    bad: { query: '?name=other' },
    names: true,
  },
  { route: 'POST /accounts/:id/test', at: ({ account }) => `/accounts/${account}/test`, names: true },
  {
    route: 'POST /accounts/:id/rescan',
    at: ({ account }) => `/accounts/${account}/rescan`,
    body: () => ({ technology: 'fake.widget' }),
    bad: { body: { technology: 'fake.nothing' }, code: 'technology_unknown' },
    names: true,
  },
  { route: 'GET /settings', at: () => '/settings', shows: true },
  {
    route: 'PUT /settings/:key',
    at: () => '/settings/intervals',
    body: () => ({ value: { minutes: 30 } }),
    bad: { body: { value: { minutes: 0 } }, code: 'setting_invalid' },
  },
  {
    route: 'POST /settings/networks/import',
    at: () => '/settings/networks/import',
    body: () => ({ networks: { office: '203.0.113.0/24' } }),
    bad: { body: { networks: { office: 'everywhere' } }, code: 'setting_invalid' },
  },
  { route: 'GET /people', at: () => '/people', bad: badCursor, shows: true },
  { route: 'GET /people/export', at: () => '/people/export', bad: badFormat, shows: true },
  {
    route: 'POST /people',
    at: () => '/people',
    body: ({ account }) => ({ email: 'new@example.com', name: 'New', role: 'view', accounts: [account] }),
    bad: { body: { email: 'new', name: 'New', role: 'view' } },
  },
  {
    route: 'PATCH /people/:id',
    at: ({ person }) => `/people/${person}`,
    body: () => ({ role: 'justify' }),
    bad: { body: { role: 'root' } },
    names: true,
  },
  { route: 'POST /people/:id/link', at: ({ person }) => `/people/${person}/link`, names: true },
  { route: 'DELETE /people/:id/sessions', at: ({ person }) => `/people/${person}/sessions`, names: true },
  { route: 'GET /audit-log', at: () => '/audit-log', bad: badCursor, shows: true },
  { route: 'GET /audit-log/export', at: () => '/audit-log/export', bad: badFormat, shows: true },
  { route: 'GET /alerters', at: () => '/alerters' },
  {
    route: 'POST /alerters/:alerter/test',
    at: () => '/alerters/pigeon/test',
    body: () => ({}),
    bad: { body: { address: 'nobody' }, code: 'subscription_invalid' },
  },
  { route: 'GET /subscriptions', at: () => '/subscriptions', bad: badCursor, shows: true },
  { route: 'GET /subscriptions/export', at: () => '/subscriptions/export', bad: badFormat, shows: true },
  {
    route: 'POST /subscriptions',
    at: () => '/subscriptions',
    body: () => ({ alerter: 'pigeon', accounts: ['mine'] }),
    bad: { body: { alerter: 'pigeon', accounts: [foreignWord] }, code: 'subscription_invalid' },
  },
  {
    route: 'DELETE /subscriptions/:id',
    at: ({ subscription }) => `/subscriptions/${subscription}`,
    names: true,
  },
  { route: 'GET /deliveries', at: () => '/deliveries', bad: { query: '?state=lost' }, shows: true },
  {
    route: 'GET /deliveries/export',
    at: () => '/deliveries/export',
    bad: { query: '?state=lost' },
    shows: true,
  },
  { route: 'POST /deliveries/retry', at: () => '/deliveries/retry' },
  { route: 'POST /deliveries/:id/retry', at: ({ message }) => `/deliveries/${message}/retry`, names: true },
];
