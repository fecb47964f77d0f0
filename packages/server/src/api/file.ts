/** An answer that is a file: a whole list as CSV for spreadsheets, or as JSON lines for machines. */
import { Readable } from 'node:stream';
import { z } from 'zod';
import { type Columns, csvOf, jsonLinesOf } from '../front/export/csv.ts';
import { countScopes } from '../store/views/count-summary.ts';
import type { ApiContext } from './context.ts';
import type { ContentType, RouteRequest, SignedIn } from './route.ts';

/** A parameter of every route that answers with a file. */
export const format = z.enum(['csv', 'jsonl']).default('csv');
type Format = z.output<typeof format>;

const contentTypes: Readonly<Record<Format, ContentType>> = { csv: 'text/csv', jsonl: 'application/jsonl' };

/** How many scopes the answer may lack something of: the file itself cannot say it. */
const notLookedAt = 'security-monkey-scopes-not-looked-at';

/** What every route that answers with a file has in common. */
export const fileRoute = {
  method: 'GET',
  tag: 'Export',
  perMinute: 60,
  produces: Object.values(contentTypes),
  response: z.custom<Readable>((value) => value instanceof Readable),
} as const;

type Request = Pick<RouteRequest<unknown, unknown, unknown>, 'answer'> & {
  readonly api: ApiContext;
  readonly person: SignedIn;
};

export type File<Row> = {
  /** Part of the name under which it is stored. */
  readonly name: string;
  readonly format: Format;
  readonly columns: Columns<Row>;
  readonly rows: AsyncIterable<Row>;
  /** Whether it may lack what could not be looked at; then it is told of how many scopes. */
  readonly restsOnScopes: boolean;
};

/** Read page by page as the browser takes it; an error on the way breaks the answer off, so that no half file looks whole. */
export async function answerFile<Row extends object>(
  { api: { runtime }, person, answer }: Request,
  { name, format: chosen, columns, rows, restsOnScopes }: File<Row>,
): Promise<Readable> {
  const day = runtime.clock.now().toISOString().slice(0, 10);
  answer.header('content-type', `${contentTypes[chosen]}; charset=utf-8`);
  answer.header('content-disposition', `attachment; filename="security-monkey-${name}-${day}.${chosen}"`);
  if (restsOnScopes) {
    const { failed, never } = await countScopes(runtime.db, person.viewer);
    answer.header(notLookedAt, String(failed + never));
  }
  return Readable.from(chosen === 'csv' ? csvOf(columns, rows) : jsonLinesOf(rows));
}
