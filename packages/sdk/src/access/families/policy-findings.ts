/** What a check on a resource policy reports: each stranger, friend or everyone, with all that the policy gives them. */
import type { Evidence } from '../../define/check.ts';
import { canonicalText } from '../../json/canonical.ts';
import { explainGrant, type GrantExplanation } from '../explain/explain-grant.ts';
import { actionsText } from '../explain/sentences.ts';
import type { Grant } from '../resource/grant.ts';
import type { Surroundings } from '../resource/surroundings.ts';
import { statementEvidence } from './statement-evidence.ts';

export type PolicyFinding = {
  /** As the policy names it; `*` for everyone. */
  readonly principal: string;
  /** The principal, or the condition that says who of everyone. */
  readonly who: string;
  /** The actions in words. */
  readonly actions: string;
  /** The statements, but for their names and principals. */
  readonly evidence: readonly Evidence[];
};

export type FindingQuestion = {
  readonly grants: readonly Grant[];
  readonly around: Surroundings;
  /** Which grants the check is about. */
  readonly isMeant: (explanation: GrantExplanation, grant: Grant) => boolean;
  /** Where the policy lies in the config, as a JSON pointer, and what lies there. */
  readonly path: string;
  readonly document: unknown;
};

/** One finding a principal, in the order of the policy. */
export function policyFindings(question: FindingQuestion): readonly PolicyFinding[] {
  const { grants, around, isMeant } = question;
  const byPrincipal = new Map<string, PolicyFinding>();
  for (const grant of grants) {
    const explanation = explainGrant(grant, around);
    if (!isMeant(explanation, grant)) continue;
    const principal = grant.principal.kind === 'account' ? grant.principal.account : grant.principal.text;
    const before = byPrincipal.get(principal);
    const evidence = [statementEvidence(question, grant.statement.index)];
    const found = { principal, who: whoOf(explanation, principal), actions: actionsText(explanation) };
    byPrincipal.set(
      principal,
      before === undefined ? { ...found, evidence } : joined(before, { ...found, evidence }),
    );
  }
  return [...byPrincipal.values()];
}

function joined(before: PolicyFinding, more: PolicyFinding): PolicyFinding {
  const together = (a: string, b: string) => (a === b ? a : `${a}; ${b}`);
  const known = new Set(before.evidence.map(({ value }) => canonicalText(value)));
  return {
    principal: before.principal,
    who: together(before.who, more.who),
    actions: together(before.actions, more.actions),
    evidence: [...before.evidence, ...more.evidence.filter(({ value }) => !known.has(canonicalText(value)))],
  };
}

function whoOf({ isPublic, restrictions }: GrantExplanation, principal: string): string {
  const pins = restrictions.filter(({ why }) => why === undefined).map(({ text }) => text);
  if (principal !== '*' && !principal.startsWith('everyone')) return principal;
  return isPublic || pins.length === 0 ? 'Everyone' : `Everyone held to ${pins.join(' and ')}`;
}
