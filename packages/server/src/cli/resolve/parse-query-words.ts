/** The query of a command line: the words as the shell gave them, joined by spaces. */
import { parseQueryText } from '../../front/parse-query.ts';
import { type NotedRuntime, queryNotes } from '../../front/query-notes.ts';
import type { Query } from '../../query/query.ts';
import type { Vocabulary } from '../../query/vocabulary.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { Output } from '../output/output.ts';

export function parseQueryWords(words: readonly string[], vocabulary: Vocabulary): Query {
  return parseQueryText(words.join(' '), vocabulary);
}

/** Tells which names in the query nothing bears, beside the answer: a typing error is no proof that nothing is wrong. */
export async function noteNames(
  { runtime, output }: { readonly runtime: NotedRuntime; readonly output: Pick<Output, 'problem'> },
  query: Query,
): Promise<void> {
  for (const text of await queryNotes(runtime, systemViewer, query)) output.problem(text);
}
