/** What the examples of a check must prove by being run. */
import type { JudgedFinding } from '../audit/judge-finding.ts';
import { unfilledPlaceholders } from '../audit/message.ts';
import { parseConfig } from '../audit/parse-config.ts';
import { type CheckResult, runCheck } from '../audit/run-check.ts';
import type { BadExample, Check } from '../define/check.ts';
import { canonicalText } from '../json/canonical.ts';
import { getAt } from '../json/pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { exampleInput, examplesOf, type NamedExample } from './example.ts';
import { messageOf, type Rule } from './rule.ts';

export const checkExampleRules: readonly Rule<Check>[] = [
  { title: 'has good and bad examples of different names', problems: exampleListProblems },
  { title: "has examples that fit the watcher's schema", problems: (check) => each(check, schemaProblems) },
  {
    title: 'reports nothing on good examples and exactly the reports of bad ones',
    problems: (check) => each(check, reportProblems),
  },
  { title: 'reports each of its messages in some bad example', problems: messageCoverageProblems },
  { title: 'fills every placeholder of its messages', problems: (check) => each(check, placeholderProblems) },
  {
    title: 'takes its evidence from the config or a relation that it needs',
    problems: (check) => each(check, evidenceProblems),
  },
  {
    title: 'judges alike twice, and alike after the config went through JSON',
    problems: (check) => each(check, repeatProblems),
  },
];

/** Runs an example, with some inputs replaced. */
export function runExample(check: Check, { example }: NamedExample, replaced: object = {}): CheckResult {
  return runCheck({ ...exampleInput(check, example), ...replaced });
}

/** The problems of every example, each with the example's name before it. */
export function each(
  check: Check,
  problems: (check: Check, named: NamedExample) => readonly string[],
): readonly string[] {
  return examplesOf(check).flatMap((named) =>
    problems(check, named).map((problem) => `${named.label}: ${problem}`),
  );
}

/** What came out instead of a judgement. */
export function notJudged(result: Exclude<CheckResult, { kind: 'judged' }>): string {
  return result.kind === 'unknown'
    ? `is unknown, as ${result.path} could not be read`
    : `failed: ${result.message}`;
}

function exampleListProblems(check: Check): readonly string[] {
  const names = examplesOf(check).map(({ example }) => example.name);
  const repeated = names.filter((name, index) => names.indexOf(name) < index);
  return [
    ...(check.examples.good.length > 0 ? [] : ['has no good example']),
    ...(check.examples.bad.length > 0 ? [] : ['has no bad example']),
    ...repeated.map((name) => `two examples are called "${name}"`),
    ...check.examples.bad
      .filter(({ reports }) => reports.length === 0)
      .map(({ name }) => `bad example "${name}" expects no report: it is a good one`),
  ];
}

function schemaProblems({ watcher }: Check, { example }: NamedExample): readonly string[] {
  try {
    const parsed = parseConfig(watcher.config, example.config, example.unreadable ?? []);
    const isKept = canonicalText(parsed as JsonValue) === canonicalText(example.config);
    return isKept
      ? []
      : ["the watcher's schema changes the config: make it loose, without defaults or transforms"];
  } catch (error) {
    return [messageOf(error)];
  }
}

function reportProblems(check: Check, named: NamedExample): readonly string[] {
  const result = runExample(check, named);
  if (result.kind !== 'judged') return [notJudged(result)];
  const reported = result.findings.map((finding) => reportText(check, finding));
  const expected = (named.reports ?? []).map((report) => reportText(check, report));
  return [
    ...leftOver(reported, expected).map((text) => `reports ${text}, which is not expected`),
    ...leftOver(expected, reported).map((text) => `does not report ${text}`),
  ];
}

function reportText(check: Check, report: BadExample<string>['reports'][number]): string {
  return `${report.message} ${canonicalText(report.subject)} with score ${report.score ?? check.score}`;
}

/** The texts of the one list that the other does not hold as often. */
function leftOver(texts: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return texts.filter((text) => {
    const index = left.indexOf(text);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function messageCoverageProblems(check: Check): readonly string[] {
  const reported = new Set(findingsOf(check, examplesOf(check)).map(({ message }) => message));
  return Object.keys(check.messages)
    .filter((message) => !reported.has(message))
    .map((message) => `message ${message} is reported by no bad example`);
}

function findingsOf(check: Check, examples: readonly NamedExample[]): readonly JudgedFinding[] {
  return examples.flatMap((named) => {
    const result = runExample(check, named);
    return result.kind === 'judged' ? result.findings : [];
  });
}

function placeholderProblems(check: Check, named: NamedExample): readonly string[] {
  return findingsOf(check, [named]).flatMap((finding) =>
    unfilledPlaceholders(check.messages[finding.message], finding).map(
      (name) =>
        `message ${finding.message} wants {${name}}, which is neither in the subject nor in the details`,
    ),
  );
}

function evidenceProblems(check: Check, named: NamedExample): readonly string[] {
  return findingsOf(check, [named]).flatMap(({ message, evidence }) =>
    evidence.flatMap(({ path, value }) => {
      if (path.startsWith('@')) {
        if (check.needs?.includes(path.slice(1))) return [];
        return [`${message} has evidence at "${path}", which is no relation that the check needs`];
      }
      if (holds(named.example.config, path, value)) return [];
      return [`${message} has evidence at "${path}", where the config does not hold that value`];
    }),
  );
}

function holds(config: JsonObject, path: string, value: JsonValue): boolean {
  try {
    const found = getAt(config, path);
    // Null stands for what is not there.
    return isPartOf(value, found ?? null);
  } catch {
    // No JSON pointer at all, so nothing is there.
    return false;
  }
}

/** Members may be left out of an object at the place itself; what stays is the same to the letter. */
function isPartOf(value: JsonValue, found: JsonValue): boolean {
  if (!isJsonObject(value) || !isJsonObject(found)) return canonicalText(found) === canonicalText(value);
  return Object.entries(value).every(
    ([name, member]) => canonicalText(found[name] ?? null) === canonicalText(member),
  );
}

function repeatProblems(check: Check, named: NamedExample): readonly string[] {
  const text = JSON.stringify(runExample(check, named));
  const again = JSON.stringify(runExample(check, named));
  const throughJson = JSON.parse(JSON.stringify(named.example.config));
  const afterJson = JSON.stringify(runExample(check, named, { config: throughJson }));
  return [
    ...(text === again ? [] : ['two runs differ: a check depends on nothing but its input']),
    ...(text === afterJson ? [] : ['the result differs after the config went through JSON: use plain JSON']),
  ];
}
