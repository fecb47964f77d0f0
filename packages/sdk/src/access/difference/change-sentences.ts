/** The difference of two policies in sentences for people. */
import { actionsOf, upTo, verbsOf } from './permission-words.ts';
import type { PermissionChange, PolicyDifference } from './policy-difference.ts';

export type Telling = {
  /** What the policy is on, in a sentence: `S3 bucket`. */
  readonly noun: string;
  /** The name of an account on record. */
  readonly nameOf?: ((account: string) => string | undefined) | undefined;
};

/** One for each principal, resources of one permission together; what is gained first. Empty when nothing changes. */
export function changeSentences(difference: PolicyDifference, telling: Telling): readonly string[] {
  const { gained, freed, lost, forbidden } = difference;
  return [
    ...tell(gained, (change, who, rest) =>
      who === undefined
        ? `This change ${may(change)}grants ${rest}.`
        : `This change ${may(change)}lets ${who} ${rest}.`,
    ),
    ...tell(freed, (_change, who, rest) =>
      who === undefined
        ? `This change no longer forbids ${rest}.`
        : `This change no longer forbids ${who} to ${rest}.`,
    ),
    ...tell(lost, (change, who, rest) =>
      who === undefined
        ? `This change ${may(change)}takes away ${rest}.`
        : `This change ${may(change)}takes away that ${who} may ${rest}.`,
    ),
    ...tell(forbidden, (_change, who, rest) =>
      who === undefined ? `This change forbids ${rest}.` : `This change forbids ${who} to ${rest}.`,
    ),
  ];

  function tell(changes: readonly PermissionChange[], sentence: Sentence): readonly string[] {
    return joined(changes).map((change) => {
      const who = change.principal === undefined ? undefined : whoIs(change.principal, telling);
      const rest = who === undefined ? identityText(change) : resourceText(change, telling);
      return sentence(change, who, `${rest}${conditionsText(change)}`);
    });
  }
}

type Sentence = (change: PermissionChange, who: string | undefined, rest: string) => string;

/** Where conditions were exchanged, nobody can tell which are wider. */
function may({ isCertain }: PermissionChange): string {
  return isCertain ? '' : 'perhaps ';
}

/** Permissions that differ by their resource only, as one. */
function joined(changes: readonly PermissionChange[]): readonly PermissionChange[] {
  const alike = Map.groupBy(changes, ({ resource, ...rest }) =>
    resource.but ? JSON.stringify([resource, rest]) : JSON.stringify(rest),
  );
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const patterns = [first, ...others].flatMap(({ resource }) => resource.patterns);
    return [{ ...first, resource: { ...first.resource, patterns: [...new Set(patterns)] } }];
  });
}

function whoIs(principal: string, { nameOf }: Telling): string {
  if (principal === '*') return 'everyone';
  if (!/^\d{12}$/.test(principal)) return principal;
  const name = nameOf?.(principal);
  return name === undefined ? `account ${principal}` : `account ${principal} (${name})`;
}

function resourceText(change: PermissionChange, { noun }: Telling): string {
  const { but, patterns } = change.resource;
  const isAll = !but && patterns.includes('*');
  return `${verbsOf(change)} the ${noun} (${actionsOf(change)}${isAll ? '' : ` on ${resourcesOf(change)}`})`;
}

function identityText(change: PermissionChange): string {
  const { but, patterns } = change.resource;
  return `${actionsOf(change)} on ${!but && patterns.includes('*') ? 'everything' : resourcesOf(change)}`;
}

const mostResources = 3;

function resourcesOf({ resource: { but, patterns } }: PermissionChange): string {
  return `${but ? 'everything but ' : ''}${upTo(mostResources, patterns)}`;
}

function conditionsText({ conditions }: PermissionChange): string {
  return conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
}
