/** Runs the checks of one input. Pure; what one check does wrong stays its own result. */
import { type CheckResult, runCheck } from '@security-monkey/sdk';
import type { AuditInput, AuditOutput, CheckToRun } from '../judge.ts';
import type { Registry } from '../registry.ts';

/** Results that are known already, and a look at what is about to run. */
export type Passage = {
  /** By check id: not run again, the result is given back as it is. */
  readonly known?: Readonly<Record<string, CheckResult>>;
  readonly before?: (check: CheckToRun, index: number) => void;
};

export function judgeItem(registry: Registry, input: AuditInput, passage: Passage = {}): AuditOutput {
  const results: [string, CheckResult][] = [];
  for (const [index, check] of input.checks.entries()) {
    const known = passage.known?.[check.id];
    if (known === undefined) passage.before?.(check, index);
    results.push([check.id, known ?? plain(runOne(registry, input, check))]);
  }
  return { itemId: input.itemId, results: Object.fromEntries(results) };
}

function runOne(registry: Registry, input: AuditInput, { id, options, related }: CheckToRun): CheckResult {
  const check = registry.check(id);
  if (check === undefined) return { kind: 'failed', message: `no plugin brings the check ${id}` };
  const { item, config, unreadable, now, world } = input;
  return runCheck({ check, item, config, unreadable, now, options, related, world });
}

/** A result as plain JSON: what a check slips in beside its types can neither cross threads nor be stored. */
function plain(result: CheckResult): CheckResult {
  if (result.kind !== 'judged' || result.findings.length === 0) return result;
  try {
    return JSON.parse(JSON.stringify(result));
  } catch {
    return { kind: 'failed', message: 'reported something that is no JSON' };
  }
}
