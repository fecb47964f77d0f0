/** The route that gives a list of the API as a file: made from the list's own route, so that it has its filters and its role. */
import { z } from 'zod';
import { columnsOf } from '../front/export/columns-of.ts';
import { everyRow, longestPage } from '../store/views/page.ts';
import { answerFile, fileRoute, format } from './file.ts';
import type { Route } from './route.ts';

export type ListFile = {
  /** Part of the file's name. */
  readonly name: string;
  /** The schema of the list's rows: its fields are the columns. */
  readonly row: z.ZodObject;
  /** Whether it lacks what could not be looked at; not unless given. */
  readonly restsOnScopes?: boolean;
};

const formatted = z.looseObject({ format });

/** `GET /items/export` of `GET /items`: all its pages one after the other, as of one moment. */
export function exportOf(list: Route, { name, row, restsOnScopes = false }: ListFile): Route {
  const { path, summary, role, sees, params, query } = list;
  if (!(query instanceof z.ZodObject)) throw new Error(`${path} takes no query, so it is no list`);
  const { after: _after, limit: _limit, ...filters } = query.shape;
  const columns = columnsOf(row);
  const page = z.object({ rows: z.array(row), next: z.string().nullable().default(null) });
  return {
    ...fileRoute,
    path: `${path}/export`,
    summary: `As a file, whole: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`,
    role,
    ...(sees && { sees }),
    ...(params && { params }),
    query: z.strictObject({ ...filters, format }),
    run: async (request) => {
      const { person } = request;
      if (person === undefined) throw new Error(`${path} is no list for anybody`);
      const { format: chosen, ...asked } = formatted.parse(request.query);
      const api = atOneMoment(request.api);
      const pageAfter = async (after: string | undefined) =>
        page.parse(await list.run({ ...request, api, query: { ...asked, after, limit: longestPage } }));
      // Read before the answer begins, so that what is refused is refused, and not a file that breaks off.
      const first = await pageAfter(undefined);
      const rows = everyRow(async (after) => (after === undefined ? first : await pageAfter(after)));
      return await answerFile({ ...request, person }, { name, format: chosen, columns, rows, restsOnScopes });
    },
  };
}

/** For all pages it is the same time: "the last 24 hours" do not move on under the reader. */
function atOneMoment(api: Parameters<Route['run']>[0]['api']) {
  const { clock } = api.runtime;
  const now = clock.now();
  return { ...api, runtime: { ...api.runtime, clock: { ...clock, now: () => now } } };
}
