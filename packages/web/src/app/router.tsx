/** The addresses of the pages. Each page is loaded when it is first gone to, or pointed at. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod/mini';
import { queryClient } from '../api/query-client.ts';
import { sessionQuery } from '../api/session.ts';
import { Shell } from '../shell/shell.tsx';
import { NotFound, PageError, Pending } from './route-states.tsx';
import { parseSearch, stringifySearch } from './search.ts';

const text = z.catch(z.optional(z.string()), undefined);

const itemPage = lazyRouteComponent(() => import('../features/item/item-page.tsx'), 'ItemPage');

/** Whoever looks at a list opens one of its items next: that page is loaded while nobody waits for it. */
function bringItemPage(): void {
  // One that does not come now is asked for again when somebody goes to it.
  setTimeout(() => void itemPage.preload?.()?.catch(() => undefined), 300);
}

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: PageError });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ to: text }),
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const link = createRoute({
  getParentRoute: () => root,
  path: '/link',
  component: lazyRouteComponent(() => import('../features/sign-in/link-page.tsx'), 'LinkPage'),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const { person } = await queryClient.ensureQueryData(sessionQuery);
    if (person === null) throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: z.object({ account: text }),
  component: lazyRouteComponent(() => import('../features/dashboard/dashboard-page.tsx'), 'DashboardPage'),
});

const issues = createRoute({
  getParentRoute: () => shell,
  path: '/issues',
  validateSearch: z.object({ query: text, tab: text, group: text, sort: text, issue: text }),
  component: lazyRouteComponent(() => import('../features/issues/issues-page.tsx'), 'IssuesPage'),
  onEnter: bringItemPage,
});

const items = createRoute({
  getParentRoute: () => shell,
  path: '/items',
  validateSearch: z.object({ query: text, sort: text, order: text, asOf: text, columns: text, facet: text }),
  component: lazyRouteComponent(() => import('../features/items/items-page.tsx'), 'ItemsPage'),
  onEnter: bringItemPage,
});

const item = createRoute({
  getParentRoute: () => shell,
  path: '/items/$id',
  validateSearch: z.object({ tab: text, from: text, to: text, asOf: text, issue: text }),
  component: itemPage,
});

const coverage = createRoute({
  getParentRoute: () => shell,
  path: '/coverage',
  validateSearch: z.object({ cell: text, view: text, state: text }),
  component: lazyRouteComponent(() => import('../features/coverage/coverage-page.tsx'), 'CoveragePage'),
});

const checks = createRoute({
  getParentRoute: () => shell,
  path: '/checks',
  validateSearch: z.object({ text }),
  component: lazyRouteComponent(() => import('../features/checks/checks-page.tsx'), 'ChecksPage'),
});

const check = createRoute({
  getParentRoute: () => shell,
  path: '/checks/$check',
  component: lazyRouteComponent(() => import('../features/checks/check-page.tsx'), 'CheckPage'),
});

const accounts = createRoute({
  getParentRoute: () => shell,
  path: '/accounts',
  component: lazyRouteComponent(() => import('../features/accounts/accounts-page.tsx'), 'AccountsPage'),
});

const newAccount = createRoute({
  getParentRoute: () => shell,
  path: '/accounts/new',
  validateSearch: z.object({ type: text }),
  component: lazyRouteComponent(() => import('../features/accounts/new-account-page.tsx'), 'NewAccountPage'),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: '/accounts/$id',
  component: lazyRouteComponent(() => import('../features/accounts/account-page.tsx'), 'AccountPage'),
});

const alerters = createRoute({
  getParentRoute: () => shell,
  path: '/alerters',
  validateSearch: z.object({ subscription: text, state: text }),
  component: lazyRouteComponent(() => import('../features/alerters/alerters-page.tsx'), 'AlertersPage'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  validateSearch: z.object({ key: text }),
  // As the address of one setting was written once.
  beforeLoad: ({ search: { key } }) => {
    if (key !== undefined) throw redirect({ to: '/settings/$key', params: { key } });
  },
  component: lazyRouteComponent(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
});

const setting = createRoute({
  getParentRoute: () => shell,
  path: '/settings/$key',
  component: lazyRouteComponent(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  component: lazyRouteComponent(() => import('../features/people/people-page.tsx'), 'PeoplePage'),
});

const about = createRoute({
  getParentRoute: () => shell,
  path: '/about',
  component: lazyRouteComponent(() => import('../features/about/about-page.tsx'), 'AboutPage'),
});

const routeTree = root.addChildren([
  signIn,
  link,
  shell.addChildren([
    home,
    issues,
    items,
    item,
    coverage,
    checks,
    check,
    accounts,
    newAccount,
    account,
    alerters,
    settings,
    setting,
    people,
    about,
  ]),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  defaultPendingMinMs: 300,
  defaultPendingComponent: Pending,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
