/** The page about the API: every route with who may call it. */
import type { Route } from '../../packages/server/src/api/route.ts';
import { code, page, table } from './markdown.ts';

export function apiPage(routes: readonly Route[]): string {
  return page(
    '# API',
    'Everything that the web pages do, under `/api/v1`. [openapi.json](openapi.json) has every parameter and answer; a running product serves the same at `/api/v1/openapi.json`.',
    'Roles: `view`, `comment`, `justify`, `admin`, each with everything that the one before may do. A person sees all accounts or some: rows of others are not there for them, in no list, count, facet, file or page. Routes marked *all accounts* concern every account and are for people who see all.',
    'Sign in by `POST /session` and keep the cookie. Every request that is no GET sends the `csrf` of `GET /session` as header `x-csrf-token`. Parameters that a route does not know are refused.',
    'Lists give `rows` and `next`; give `next` as `after` for the next page. A page has at most 1,000 rows. Errors are `application/problem+json` (RFC 9457); their `title` is a code of [errors.md](errors.md).',
    'Exports carry the header `security-monkey-scopes-not-looked-at`: the number of scopes of which the file may lack something.',
    table(
      ['route', 'role', 'what it does', 'recorded as'],
      routes.map(({ method, path, role, sees, summary, audited }) => [
        code(`${method} ${path}`),
        role === 'nobody' ? '*none*' : `${code(role)}${sees === 'all' ? ', *all accounts*' : ''}`,
        summary,
        audited === undefined ? '' : code(audited),
      ]),
    ),
    'Beside it: `GET /healthz` (the process lives), `GET /readyz` (it can answer) and `GET /metrics` (Prometheus; with the bearer token of the configuration, or for administrators of all accounts).',
  );
}
