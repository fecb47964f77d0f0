/** What the policy of a VPC endpoint lets out: who may use it, and whose resources they reach through it. */
import { fixesOwner } from '../condition/fixes-owner.ts';
import { hasWildcard, widestPattern } from '../pattern/wildcard.ts';
import type { PolicyDocument, Selection } from '../policy/statement.ts';
import type { Grant } from '../resource/grant.ts';
import { type Reading, readGrants } from '../resource/read-grants.ts';
import { admittedAccount, type Surroundings } from '../resource/surroundings.ts';
import { whoGetsIn } from '../resource/who-gets-in.ts';
import { aboutResources } from './about-resources.ts';

/** `anybody`: not pinned. `foreign`: pinned to somebody neither ours nor trusted. */
export type Whose = 'anybody' | 'foreign' | 'known';

export type EndpointGrant = {
  /** JSON pointer into the document. */
  readonly path: string;
  readonly resource: Selection;
  readonly callers: Whose;
  readonly resources: Whose;
};

export type EndpointVerdict = {
  /** Everything for everyone: what AWS attaches where nobody says otherwise. */
  readonly isDefault: boolean;
  /**
   * `open`: with credentials of their own, intruders in the VPC can carry data to resources of their own. `own-callers`: only
   * identities of ours can. `none`: it leads to known resources only.
   */
  readonly wayOut: 'open' | 'own-callers' | 'none';
  readonly grants: readonly EndpointGrant[];
};

/**
 * An endpoint is reached from its VPC only, and its policy grants nothing by itself: `Principal: *` is no exposure, but may be
 * a way out for data. Here alone keys that describe the resource pin. Without a policy (undefined) the default one counts.
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export function judgeEndpointPolicy(policy: PolicyDocument | undefined, reading: Reading): EndpointVerdict {
  const judged = policy ?? defaultPolicy;
  const users = Map.groupBy(readGrants(judged, reading), placeOf);
  const reached = Map.groupBy(readGrants(aboutResources(judged), reading), placeOf);
  const grants = [...reached].flatMap(([place, about]) => {
    const [first] = about;
    const callers = users.get(place);
    if (first === undefined || callers === undefined) return [];
    return [
      {
        path: `/Statement/${first.statement.index}`,
        resource: first.resource,
        callers: whoseOf(callers, reading.around),
        resources: ownerNamed(first.resource, reading.around) ?? whoseOf(about, reading.around),
      },
    ];
  });
  return { isDefault: isDefault(judged), wayOut: wayOutOf(grants), grants };
}

const everything: Selection = { but: false, patterns: ['*'] };

const defaultPolicy: PolicyDocument = {
  hasVariables: false,
  malformed: [],
  statements: [
    {
      index: 0,
      effect: 'Allow',
      actions: everything,
      resources: everything,
      principals: { but: false, list: [{ kind: 'anyone', text: '*' }] },
      conditions: [],
    },
  ],
};

function isDefault({ statements }: PolicyDocument): boolean {
  const isWhole = (selection: Selection | undefined) =>
    selection === undefined || (!selection.but && selection.patterns.includes('*'));
  return (
    statements.every(({ effect }) => effect === 'Allow') &&
    statements.some(
      ({ actions, resources, principals, conditions }) =>
        conditions.length === 0 &&
        isWhole(actions) &&
        isWhole(resources) &&
        principals?.list.some(({ kind }) => kind === 'anyone') === true,
    )
  );
}

function placeOf({ statement, resource }: Grant): string {
  return JSON.stringify([statement.index, resource.patterns]);
}

function whoseOf(grants: readonly Grant[], around: Surroundings): Whose {
  const whos = grants.flatMap(({ principal, fragments }) =>
    fragments.map((fragment) => whoGetsIn(principal, fragment, around)),
  );
  if (whos.some(({ isPublic }) => isPublic)) return 'anybody';
  return whos.some(({ isExternal }) => isExternal) ? 'foreign' : 'known';
}

/** A pattern of ARNs may name the owner by itself: an account, or a bucket, which has one owner only. */
function ownerNamed({ but, patterns }: Selection, around: Surroundings): Whose | undefined {
  const [pattern] = patterns.map(widestPattern);
  if (but || pattern === undefined || !fixesOwner(pattern, { crossesColons: true })) return undefined;
  const account = pattern.split(':')[4] ?? '';
  if (hasWildcard(account)) return undefined;
  if (!/^\d{12}$/.test(account)) return 'known';
  return admittedAccount(account, around).standing === 'foreign' ? 'foreign' : 'known';
}

function wayOutOf(grants: readonly EndpointGrant[]): EndpointVerdict['wayOut'] {
  const leading = grants.filter(({ resources }) => resources !== 'known');
  if (leading.length === 0) return 'none';
  return leading.some(({ callers }) => callers !== 'known') ? 'open' : 'own-callers';
}
