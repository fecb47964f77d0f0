/** Reads the rules of one YAML file: a rule, a list of rules, or several documents. Whatever is wrong is told with its place. */
import { type Document, isSeq, LineCounter, parseAllDocuments } from 'yaml';
import type { z } from 'zod';
import { compileRule, RuleProblem } from './compile-rule.ts';
import { type Rule, ruleSchema, whatToWrite } from './rule-schema.ts';
import { type Place, placeOf, placeOfKey, type Source } from './source-place.ts';

export type RuleFileProblem = Place & {
  readonly file: string;
  /** The rule's id, where it says one. */
  readonly rule: string | undefined;
  /** What is wrong and what to write, in one line without a full stop. */
  readonly problem: string;
};

export type PlacedRule = { readonly rule: Rule; readonly placeOf: (key: keyof Rule) => Place };

export type RuleFile = {
  readonly rules: readonly PlacedRule[];
  /** In the order of the file; none of a rule that is among `rules`. */
  readonly problems: readonly RuleFileProblem[];
};

/** Reads the text of a file; `file` is what it is called in what is told of it. Never throws. */
export function readRules(file: string, text: string): RuleFile {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const documents: readonly Document[] = Array.isArray(parsed) ? parsed : [];
  const misread = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  if (misread.length > 0)
    return {
      rules: [],
      problems: misread.map(({ message, pos: [start] }) => {
        const { line, col } = lines.linePos(start);
        return { file, rule: undefined, line, column: col, problem: `it is no YAML: ${oneLine(message)}` };
      }),
    };
  const entries = documents
    .filter(({ contents }) => contents !== null)
    .flatMap((document) => entriesOf({ file, source: { text, lines, document } }));
  if (entries.length === 0)
    return {
      rules: [],
      problems: [
        {
          file,
          rule: undefined,
          line: 1,
          column: 1,
          problem: 'it has no rule: write one, or remove the file',
        },
      ],
    };
  const read = entries.map(readRule);
  return {
    rules: read.flatMap((one) => ('rule' in one ? [one] : [])),
    problems: read.flatMap((one) => ('rule' in one ? [] : one)),
  };
}

type Entry = {
  readonly file: string;
  readonly source: Source;
  /** Where the rule stands in its document. */
  readonly at: readonly number[];
  readonly value: unknown;
};

function entriesOf({ file, source }: Pick<Entry, 'file' | 'source'>): readonly Entry[] {
  const { contents } = source.document;
  const value = plainValue(source.document);
  if (!isSeq(contents) || !Array.isArray(value)) return [{ file, source, at: [], value }];
  return value.map((one: unknown, index) => ({ file, source, at: [index], value: one }));
}

/** Undefined when aliases multiply without end. */
function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

function readRule(entry: Entry): PlacedRule | readonly RuleFileProblem[] {
  const { file, source, at, value } = entry;
  const parsed = ruleSchema.safeParse(value);
  if (!parsed.success)
    return parsed.error.issues.flatMap((issue) => issueProblems(entry, issue)).toSorted(byPlace);
  try {
    compileRule(parsed.data);
  } catch (error) {
    if (!(error instanceof RuleProblem)) throw error;
    const path = [...at, ...error.path];
    const name = error.path.length === 0 ? '' : `${error.path.join('.')}: `;
    return [problem(entry, placeOf(source, path, error.offset), `${name}${error.message}`)];
  }
  return { rule: { ...parsed.data, file }, placeOf: (key) => placeOf(source, [...at, key]) };
}

function issueProblems(entry: Entry, issue: z.core.$ZodIssue): readonly RuleFileProblem[] {
  const { source, at } = entry;
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  const [key] = path;
  const hint = key === undefined ? undefined : whatToWrite[String(key)];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) =>
      problem(
        entry,
        placeOfKey(source, [...at, ...path], name),
        key === undefined
          ? `there is no key ${name}: write one of ${Object.keys(whatToWrite).join(', ')}`
          : `${path.join('.')} has no key ${name}: write ${hint}`,
      ),
    );
  if (key === undefined)
    return [problem(entry, placeOf(source, at), 'it is no rule: write id: custom.<name> and the other keys')];
  const isMissing = source.document.getIn([...at, ...path], true) === undefined;
  const what = isMissing ? 'is missing' : `is not right (${oneLine(issue.message)})`;
  return [problem(entry, placeOf(source, [...at, ...path]), `${path.join('.')} ${what}: write ${hint}`)];
}

function problem({ file, value }: Entry, { line, column }: Place, text: string): RuleFileProblem {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return { file, rule: typeof id === 'string' ? oneLine(id) : undefined, line, column, problem: text };
}

function byPlace(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
}
