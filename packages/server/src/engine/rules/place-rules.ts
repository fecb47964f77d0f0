/** Whether rules go together with each other and with what the plugins bring. Pure. */
import type { PlacedRule, RuleFileProblem } from './read-rules.ts';
import type { Rule } from './rule-schema.ts';

/** What the plugins bring. */
export type Surroundings = {
  /** The ids of all technologies. */
  readonly technologies: readonly string[];
  readonly accountTypes: readonly string[];
  readonly checks: readonly string[];
};

export type PlacedRules = {
  readonly rules: readonly Rule[];
  readonly problems: readonly RuleFileProblem[];
};

/** Of two rules with one id the first stays, in the order of the files. */
export function placeRules(all: readonly PlacedRule[], surroundings: Surroundings): PlacedRules {
  const rules = new Map<string, Rule>();
  const problems: RuleFileProblem[] = [];
  for (const { rule, placeOf } of all) {
    const found = problemOf(rule, surroundings, rules);
    if (found === undefined) rules.set(rule.id, rule);
    else problems.push({ file: rule.file, rule: rule.id, ...placeOf(found.key), problem: found.problem });
  }
  return { rules: [...rules.values()], problems };
}

function problemOf(
  { id, technology }: Rule,
  { technologies, accountTypes, checks }: Surroundings,
  others: ReadonlyMap<string, Rule>,
): { readonly key: 'id' | 'technology'; readonly problem: string } | undefined {
  const prefix = prefixOf(id);
  if ([...accountTypes, ...technologies.map(prefixOf)].includes(prefix) || checks.includes(id))
    return {
      key: 'id',
      problem: `the id ${id} begins like those of a plugin: write custom.${id.split('.').at(-1)}`,
    };
  const other = others.get(id);
  if (other !== undefined)
    return { key: 'id', problem: `the id ${id} is taken by a rule in ${other.file}: write another` };
  if (technologies.includes(technology)) return undefined;
  const near = technologies.filter((one) => prefixOf(one) === prefixOf(technology));
  const choice = near.length === 0 ? technologies : near;
  return {
    key: 'technology',
    problem: `no plugin watches ${technology}: write one of ${choice.toSorted().join(', ')}`,
  };
}

function prefixOf(id: string): string {
  return id.split('.')[0] ?? '';
}
