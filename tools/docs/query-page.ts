/** The query language of items and issues, from the vocabularies that parse it. */
import { type QueryKey, type Vocabulary, valueForms } from '../../packages/server/src/query/vocabulary.ts';
import { code, codes, page, table } from './markdown.ts';

/** One section a vocabulary. */
export function queryPage(vocabularies: readonly Vocabulary[]): string {
  return page(
    '# Query language',
    'Terms are joined by AND; `OR` binds weaker; `-` before a term means NOT; parentheses group; double quotes take a value as it is.',
    '## How values are written',
    table(['type', 'form'], Object.entries(valueForms)),
    ...vocabularies.map(section),
  );
}

function section(vocabulary: Vocabulary): string {
  return page(
    `## Searching ${vocabulary.subject}`,
    vocabulary.words,
    table(['key', 'type', 'meaning', 'example'], vocabulary.keys.map(row)),
  ).trimEnd();
}

function row({ key, type, description, example, choices, aliases }: QueryKey): readonly string[] {
  const listed = Object.entries(choices ?? {}).map(([choice, meaning]) => `${code(choice)}: ${meaning}`);
  const meaning = [description, ...listed].join('; ');
  return [codes([key, ...(aliases ?? [])]), type, meaning, code(example)];
}
