/** The documented ways by which an identity can gain permissions that it lacks, each with the grants that it uses. */
import { actionKey } from './action-key.ts';
import { admitsText } from './admits-text.ts';
import { findUse } from './find-use.ts';
import { credentialPaths } from './paths/credential-paths.ts';
import type { EscalationPath, PathStep } from './paths/escalation-path.ts';
import { hijackPaths } from './paths/hijack-paths.ts';
import { passRolePaths } from './paths/pass-role-paths.ts';
import { policyPaths } from './paths/policy-paths.ts';
import type { Grant, Permissions, Place } from './permissions.ts';

export type Witness = {
  readonly path: EscalationPath;
  /** In the order of the path's steps. */
  readonly uses: readonly {
    readonly action: string;
    readonly from: Place;
    /** The resources as the policies write them: all of the patterns must match. */
    readonly resources: readonly string[];
  }[];
};

export const escalationPaths: readonly EscalationPath[] = [
  ...policyPaths,
  ...credentialPaths,
  ...passRolePaths,
  ...hijackPaths,
];

/** Every path of which all steps are allowed on something that may exist. */
export function findEscalations(permissions: Permissions): readonly Witness[] {
  const found = new Map<PathStep, Grant | undefined>();
  const passes = new Map<string, Grant | undefined>();

  /** Paths share the role that is passed: it is looked for once for each service. */
  function useFor(step: PathStep): Grant | undefined {
    const service = step.passedTo?.join();
    if (service === undefined) return remember(found, step, step);
    return remember(passes, service, step);
  }

  function remember<Key>(known: Map<Key, Grant | undefined>, key: Key, step: PathStep): Grant | undefined {
    if (!known.has(key)) known.set(key, findStep(permissions, step));
    return known.get(key);
  }

  return escalationPaths.flatMap((path) => {
    const uses: Witness['uses'][number][] = [];
    for (const step of path.steps) {
      const grant = useFor(step);
      if (grant === undefined) return [];
      uses.push({ action: step.action, from: grant.from, resources: grant.within.map(({ text }) => text) });
    }
    return [{ path, uses }];
  });
}

function findStep(permissions: Permissions, step: PathStep): Grant | undefined {
  const { action, on, useless, isAnother, passedTo } = step;
  return findUse(permissions, {
    key: actionKey(action),
    ...(on !== undefined && { kinds: on }),
    ...(useless !== undefined && { useless }),
    ...(isAnother !== undefined && { isAnother }),
    ...(passedTo !== undefined && { accepts: (grant: Grant) => passesTo(grant, passedTo) }),
  });
}

/**
 * Whether the conditions let a role be passed to one of the services. What cannot be told does not restrict.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
function passesTo({ conditions }: Grant, services: readonly string[]): boolean {
  const entries = conditions.filter(({ key }) => key === 'iam:passedtoservice');
  // In China some services have names of their own.
  return services
    .flatMap((service) => [service, `${service}.cn`])
    .some((service) => entries.every((entry) => admitsText(entry, service) !== false));
}
