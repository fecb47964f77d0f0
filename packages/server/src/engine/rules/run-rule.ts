/** Runs a rule on one item: its expressions decide, and what they report is put together by message and subject. Pure. */
import {
  type CheckContext,
  canonicalText,
  type Evidence,
  type Finding,
  getAt,
  isUnreadableInput,
  type JsonObject,
} from '@security-monkey/sdk';
import type { CompiledRule } from './compile-rule.ts';
import { placesOf, pointerOf } from './evidence-path.ts';
import type { Expression, Scope } from './expression.ts';

const hour = 3_600_000;

type Subject = Finding['subject'];
type Told = { readonly message: string; readonly subject: Subject; readonly evidence: readonly Evidence[] };
type Element = { readonly scope: Scope; readonly at: string | undefined };

/** Reports every element (the item itself without `each`) for which `when` is true. What cannot be evaluated throws, and never passes. */
export function runRule(rule: CompiledRule, context: CheckContext): void {
  const clock = hourly(context);
  const told = new Map<string, Told>();
  for (const element of elementsOf(rule, context, clock.scope)) {
    if (!isOffending(rule, element)) continue;
    const one = tell(rule, element, context.config);
    const key = `${one.message}\n${canonicalText(one.subject)}`;
    told.set(key, { ...one, evidence: [...(told.get(key)?.evidence ?? []), ...one.evidence] });
  }
  for (const { message, subject, evidence } of told.values()) context.report(message, { subject, evidence });
  if (clock.wasRead()) context.lookAgainAt(clock.next);
}

/** `now` is the beginning of the hour, so that the answer stays the same until the next one; then it is asked for again. */
function hourly({ config, item, options, now }: CheckContext) {
  const start = Math.floor(now / hour) * hour;
  const read = { now: false };
  const scope = (more: { readonly it?: unknown }): Scope => ({
    config,
    item,
    options,
    ...more,
    get now() {
      read.now = true;
      return new Date(start);
    },
  });
  return { scope, next: start + hour, wasRead: () => read.now };
}

function elementsOf(
  { each, listAt }: CompiledRule,
  { config }: CheckContext,
  scopeWith: (more: { readonly it?: unknown }) => Scope,
): readonly Element[] {
  const whole = scopeWith({});
  if (each === undefined) return [{ scope: whole, at: undefined }];
  const elements = evaluate('each', each, whole);
  if (!Array.isArray(elements)) throw new Error('each: gives no list');
  const places = listAt && placesOf(elements, config, pointerOf(listAt, whole, undefined));
  return elements.map((it: unknown, index) => ({ scope: scopeWith({ it }), at: places?.[index] }));
}

function isOffending({ when }: CompiledRule, { scope }: Element): boolean {
  const answer = evaluate('when', when, scope);
  if (typeof answer !== 'boolean') throw new Error('when: gives neither true nor false');
  return answer;
}

function tell(rule: CompiledRule, { scope, at }: Element, config: JsonObject): Told {
  const message = typeof rule.message === 'string' ? rule.message : evaluate('message', rule.message, scope);
  if (typeof message !== 'string') throw new Error('message: gives no text');
  const subject = Object.fromEntries(
    rule.subject.map(([name, expression]) => {
      const part = `subject ${name}`;
      return [name, scalar(part, evaluate(part, expression, scope))];
    }),
  );
  const evidence = rule.evidence.map((source) => {
    const path = pointerOf(source, scope, at);
    // What is not there is null, as a justification of its absence needs a value to stand for.
    return { path, value: getAt(config, path) ?? null };
  });
  return { message, subject, evidence };
}

function scalar(part: string, value: unknown): string | number | boolean {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new Error(`${part}: gives no text, number, true or false`);
}

function evaluate(part: string, expression: Expression, scope: Scope): unknown {
  try {
    return expression.evaluate(scope);
  } catch (error) {
    if (isUnreadableInput(error) || !(error instanceof Error)) throw error;
    throw new Error(`${part}: ${error.message}`, { cause: error });
  }
}
