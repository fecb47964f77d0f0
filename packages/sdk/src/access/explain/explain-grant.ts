/** Why a grant lets in whom it lets in: what is given, what holds callers back and what only seems to. */
import { readPin } from '../condition/read-pin.ts';
import type { WhyNot } from '../condition/read-values.ts';
import { type ActionSet, knownActions, noActions, union } from '../facts/action-set.ts';
import type { AccessLevel } from '../facts/iam-facts.ts';
import { isConfusedDeputy } from '../resource/confused-deputy.ts';
import type { Grant } from '../resource/grant.ts';
import type { CallerClass, Surroundings } from '../resource/surroundings.ts';
import { whoGetsIn } from '../resource/who-gets-in.ts';
import { isUnrestrictedWebIdentity, readClaim } from '../trust/web-identity.ts';

/** How a caller proves who it is: not at all, by any AWS account, or by being the one that is named or held in. */
export type Strength = 'anonymous' | 'any AWS account' | 'named';

export type Restriction = {
  /** JSON pointer into the document. */
  readonly path: string;
  /** `StringEquals aws:sourceaccount 111122223333`. */
  readonly text: string;
  /** Undefined when it holds callers to a fixed set. */
  readonly why: WhyNot | undefined;
};

export type GrantExplanation = {
  readonly classes: readonly CallerClass[];
  readonly isPublic: boolean;
  readonly isExternal: boolean;
  /** Whoever has signed up with the identity provider gets in, whose tenant it is does not matter. */
  readonly isOpenFederation: boolean;
  /**
   * A service is let in on whoever's behalf it comes, so that a stranger may have it act on the resource. Not of roles that a
   * service takes on: who passes it a role must be allowed to in the role's own account.
   * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
   */
  readonly isForAnybody: boolean;
  readonly strength: Strength;
  readonly statement: { readonly path: string; readonly sid: string | undefined };
  /** As written. */
  readonly principal: string;
  readonly resource: { readonly but: boolean; readonly patterns: readonly string[] };
  /** Documented actions by access level; those that the facts do not know are told apart. */
  readonly actions: Readonly<Partial<Record<AccessLevel, readonly string[]>>>;
  readonly unknownActions: readonly string[];
  readonly restrictions: readonly Restriction[];
  /** Where the Denies stand that take something away or hold somebody in. */
  readonly denials: readonly string[];
  /** Those of them that hit all but some callers. */
  readonly sparing: readonly string[];
};

/** Services that answer requests without a signature. Elsewhere anyone means anyone with an AWS account. */
const answersAnonymously: ReadonlySet<string> = new Set([
  's3',
  'sqs',
  'sns',
  'es',
  'execute-api',
  'elasticfilesystem',
  'lambda',
]);

export function explainGrant(grant: Grant, around: Surroundings): GrantExplanation {
  const { statement, principal, resource, fragments } = grant;
  const whos = fragments.map((fragment) => whoGetsIn(principal, fragment, around));
  const isPublic = whos.some((who) => who.isPublic);
  const actions = fragments.map((fragment) => fragment.actions).reduce(union, noActions());
  return {
    classes: [...new Set(whos.flatMap(({ classes }) => classes))].sort(),
    isPublic,
    isExternal: whos.some((who) => who.isExternal),
    isOpenFederation: isUnrestrictedWebIdentity(grant),
    isForAnybody: isConfusedDeputy(grant) && !givesRoleOnly(actions),
    strength: isPublic ? strengthOf(actions) : 'named',
    statement: { path: `/Statement/${statement.index}`, sid: statement.sid },
    principal: principal.text,
    resource,
    actions: byLevel(actions),
    unknownActions: actions.unknown,
    restrictions: restrictionsOf(grant, around),
    denials: [...new Set([...grant.cutBy, ...sparingOf(grant)])].sort(),
    sparing: sparingOf(grant),
  };
}

function givesRoleOnly(actions: ActionSet): boolean {
  return actions.unknown.length === 0 && knownActions(actions).every(({ service }) => service === 'sts');
}

function strengthOf(actions: ActionSet): Strength {
  const services = new Set(knownActions(actions).map(({ service }) => service));
  const isOpen =
    actions.unknown.length > 0 || [...services].some((service) => answersAnonymously.has(service));
  return isOpen ? 'anonymous' : 'any AWS account';
}

function byLevel(actions: ActionSet): GrantExplanation['actions'] {
  const levels = new Map<AccessLevel, string[]>();
  for (const { level, text } of knownActions(actions))
    levels.set(level, [...(levels.get(level) ?? []), text]);
  return Object.fromEntries(levels);
}

function restrictionsOf({ statement, principal }: Grant, around: Surroundings): readonly Restriction[] {
  return statement.conditions.map((entry) => {
    const claim = principal.kind === 'federated' ? readClaim(entry, principal) : undefined;
    const admits = readPin({ entry, beside: statement.conditions, around });
    const why = typeof admits === 'string' ? admits : undefined;
    return {
      path: `/Statement/${statement.index}${entry.path}`,
      text: [entry.operatorText, entry.key, (entry.values ?? []).join(' or ')]
        .filter((word) => word !== '')
        .join(' '),
      why: claim === undefined ? why : claim.why,
    };
  });
}

function sparingOf({ statement, fragments }: Grant): readonly string[] {
  const own = `/Statement/${statement.index}/`;
  const narrowing = fragments
    .flatMap(({ pins }) => pins.map(({ path }) => path))
    .filter((path) => !path.startsWith(own));
  return [...new Set(narrowing)].sort();
}
