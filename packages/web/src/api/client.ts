/** The one client of the API: adds the token that shows where a write comes from, and turns refusals into errors. */
import { createClient, type Schema } from '@security-monkey/client';
import { csrfToken } from './csrf.ts';

export type { Schema } from '@security-monkey/client';

type Problem = Schema<'Problem'>;

/** What the API refused, with its code and what to do. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Nobody answered, or something that is not the product. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('The server did not answer.', { cause });
    this.name = 'UnreachableError';
  }
}

const patience = 10_000;

/** `fetch` that waits so many milliseconds and no longer. */
export function fetchWithin(milliseconds: number): (request: Request) => Promise<Response> {
  return async (request) => {
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(milliseconds)]);
    try {
      return await fetch(new Request(request, { signal }));
    } catch (error) {
      if (request.signal.aborted) throw error;
      throw new UnreachableError(error);
    }
  };
}

export const client = createClient({ baseUrl: window.location.origin, fetch: fetchWithin(patience) });

client.use({
  onRequest: ({ request }) => {
    const token = csrfToken();
    if (token !== undefined && request.method !== 'GET') request.headers.set('x-csrf-token', token);
    return request;
  },
});

type Answer<Data> = { readonly data?: Data; readonly error?: unknown; readonly response: Response };

/** The answer's data. @throws ProblemError, UnreachableError */
export async function answerOf<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asked;
  if (data !== undefined && response.ok) return data;
  throw isProblem(error) ? new ProblemError(error) : new UnreachableError(`status ${response.status}`);
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'title' in error && 'detail' in error;
}
