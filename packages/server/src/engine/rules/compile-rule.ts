/** Compiles the expressions of a rule. Nothing is evaluated: that may take for ever, and is for the audit workers. */
import { compileEvidence, type EvidenceSource, listPath, type Path } from './evidence-path.ts';
import {
  compileExpression,
  type Expression,
  type ExpressionContext,
  type ExpressionKind,
  ExpressionProblem,
} from './expression.ts';
import type { WrittenRule } from './rule-schema.ts';

export type CompiledRule = {
  readonly when: Expression;
  readonly each: Expression | undefined;
  /** Where the elements of `each` stand; undefined when they are computed. */
  readonly listAt: Path | undefined;
  /** The name of a message, or the expression that gives one. */
  readonly message: string | Expression;
  readonly subject: readonly (readonly [string, Expression])[];
  readonly evidence: readonly EvidenceSource[];
};

/** Something wrong with a rule, at a path of keys in it; `offset` characters into the text that stands there. */
export class RuleProblem extends Error {
  override readonly name = 'RuleProblem';
  readonly path: readonly (string | number)[];
  readonly offset: number;

  constructor(message: string, path: readonly (string | number)[], offset = 0) {
    super(message);
    this.path = path;
    this.offset = offset;
  }
}

/** @throws RuleProblem at the first thing that is wrong. */
export function compileRule(rule: WrittenRule): CompiledRule {
  const base = { options: Object.keys(rule.options) };
  const outside: ExpressionContext = { ...base, hasIt: false };
  const inside: ExpressionContext = { ...base, hasIt: rule.each !== undefined };
  const compile = (path: readonly (string | number)[], text: string, kind: ExpressionKind) =>
    at(path, () => compileExpression(text, kind, inside));
  const { each: eachText } = rule;
  const each =
    eachText === undefined ? undefined : at(['each'], () => compileExpression(eachText, 'list', outside));
  const listAt = each && listPath(each.ast, outside);
  const compiled: CompiledRule = {
    when: compile(['when'], rule.when, 'condition'),
    each,
    listAt,
    message: rule.message === undefined ? onlyMessage(rule) : compile(['message'], rule.message, 'text'),
    subject: Object.entries(rule.subject).map(
      ([name, text]) => [name, compile(['subject', name], text, 'scalar')] as const,
    ),
    evidence: evidenceOf(rule, { ...inside, itHasPlace: listAt !== undefined }),
  };
  assertPlaceholders(rule);
  return compiled;
}

function onlyMessage({ messages }: WrittenRule): string {
  const [name, ...more] = Object.keys(messages);
  if (name === undefined)
    throw new RuleProblem('messages is empty: write messages: <a name in small letters>: <its text>', [
      'messages',
    ]);
  if (more.length > 0)
    throw new RuleProblem(
      'there are several messages: write message: <an expression that gives the name of one>',
      ['messages'],
    );
  return name;
}

function evidenceOf(
  { evidence, each }: WrittenRule,
  context: Parameters<typeof compileEvidence>[1],
): readonly EvidenceSource[] {
  if (evidence === undefined && each !== undefined && context.itHasPlace) return [{ root: 'it', steps: [] }];
  if (evidence === undefined || evidence.length === 0)
    throw new RuleProblem(
      'evidence is missing: write evidence: <a list of JSON pointers such as /Policy, of the values that offend>',
      evidence === undefined ? [] : ['evidence'],
    );
  return evidence.map((text, index) => at(['evidence', index], () => compileEvidence(text, context)));
}

/** A message is filled from the subject alone. */
function assertPlaceholders({ messages, subject }: WrittenRule): void {
  for (const [message, text] of Object.entries(messages))
    for (const [whole, name = ''] of text.matchAll(/\{([A-Za-z]\w*)\}/g))
      if (!Object.hasOwn(subject, name))
        throw new RuleProblem(`the text wants ${whole}: write ${name} under subject`, ['messages', message]);
}

function at<Value>(path: readonly (string | number)[], compile: () => Value): Value {
  try {
    return compile();
  } catch (error) {
    if (error instanceof ExpressionProblem) throw new RuleProblem(error.message, path, error.offset);
    throw error;
  }
}
