/** The query of a command line: the words as the shell gave them, joined by spaces. */
import { parseQueryText } from '../../front/parse-query.ts';
import type { Query } from '../../query/query.ts';
import type { Vocabulary } from '../../query/vocabulary.ts';

export function parseQueryWords(words: readonly string[], vocabulary: Vocabulary): Query {
  return parseQueryText(words.join(' '), vocabulary);
}
