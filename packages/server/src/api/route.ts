/** A route as a value: its registration, its authorisation, the OpenAPI document and the table of roles are all made from it. */
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Role } from '../store/schema.ts';
import type { Viewer } from '../store/viewer.ts';
import type { ApiContext } from './context.ts';

/** Who is asking. */
export type SignedIn = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly viewer: Viewer;
  /** The session's row. */
  readonly sessionId: string;
};

type Answer = Pick<FastifyReply, 'header' | 'setCookie' | 'clearCookie'>;

export type RouteRequest<Params, Query, Body> = {
  readonly api: ApiContext;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Headers and cookies of the answer. */
  readonly answer: Answer;
  /** The caller's address, for limits and the audit log. */
  readonly address: string;
  /** The session cookie as it came, for the routes that have no signed-in person. */
  readonly cookie: string | undefined;
  readonly signal: AbortSignal;
};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type Schemas<Params, Query, Body, Response> = {
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  readonly response: z.ZodType<Response>;
};

export type ContentType = 'text/csv' | 'application/jsonl';

/** A write is recorded in the audit log once it has succeeded. */
type Audited<Params, Body, Response> = {
  /** The name under which it is recorded. */
  readonly audited?: string;
  /** What it was done to; the parameters of the path unless given. */
  readonly target?: (write: {
    readonly params: Params;
    readonly body: Body;
    readonly result: Response;
  }) => object;
};

type Described = {
  readonly method: Method;
  /** Under `/api/v1`; parameters as `:name`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** Content types of an answer that is a stream of text instead of one JSON value. */
  readonly produces?: readonly ContentType[];
  /** Requests a minute from one address; the general limit unless given. */
  readonly perMinute?: number;
};

/** A route for people who are signed in and have at least the role. */
type Guarded<Params, Query, Body, Response> = Described &
  Audited<Params, Body, Response> &
  Schemas<Params, Query, Body, Response> & {
    readonly role: Role;
    /** `all`: for people who see all accounts only, because what it gives or does concerns every one. */
    readonly sees?: 'all';
    readonly run: (
      request: RouteRequest<Params, Query, Body> & { readonly person: SignedIn },
    ) => Promise<Response>;
  };

/** A route that answers without a session: signing in, and what the sign-in page shows. */
type Open<Params, Query, Body, Response> = Described &
  Schemas<Params, Query, Body, Response> & {
    readonly role: 'nobody';
    readonly run: (request: RouteRequest<Params, Query, Body>) => Promise<Response>;
  };

/** A route whose types are forgotten, for the list of all of them. */
export type Route = Described &
  Audited<unknown, unknown, unknown> & {
    readonly role: Role | 'nobody';
    readonly sees?: 'all';
    readonly params?: z.ZodType;
    readonly query?: z.ZodType;
    readonly body?: z.ZodType;
    readonly response: z.ZodType;
    readonly run: (
      request: RouteRequest<unknown, unknown, unknown> & { readonly person?: SignedIn },
    ) => Promise<unknown>;
  };

/** Declares a route; what `run` gets follows from the schemas. */
export function defineRoute<Params, Query, Body, Response>(
  route: Guarded<Params, Query, Body, Response> | Open<Params, Query, Body, Response>,
): Route {
  // The server parses the request by these very schemas, and refuses it before `run` when nobody is signed in.
  return route as unknown as Route;
}
