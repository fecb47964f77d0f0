/** Principal access boundaries: the resources that a principal may use at all, whatever is granted. */
import { type Circumstances, holds } from './condition.ts';

/** A boundary policy bound to a set of principals. */
export type Boundary = {
  /** The set, as the binding names it: `//cloudresourcemanager.googleapis.com/projects/4242`. */
  readonly target: string;
  /** The resources of all rules of the policy, by their full names. */
  readonly resources: readonly string[];
  readonly condition: string | undefined;
};

export type BoundedAccess = {
  readonly boundaries: readonly Boundary[];
  /** All the sets that the principal is in. Nobody known to be in one is bounded by none. */
  readonly sets: readonly string[];
  /** The full names of the resource and of all that it is in. */
  readonly resources: readonly string[];
  readonly circumstances: Circumstances;
};

/**
 * Whether the boundaries leave the principal eligible to use the resource. Several boundaries add up; one of which it is
 * not known whether it applies keeps nobody out, and lets in.
 * Source: https://cloud.google.com/iam/docs/principal-access-boundary-policies
 */
export function isEligible({ boundaries, sets, resources, circumstances }: BoundedAccess): boolean {
  const bound = boundaries
    .filter(({ target }) => sets.includes(target))
    .map(({ resources: within, condition }) => ({
      within,
      truth: condition === undefined ? 'true' : holds(condition, circumstances),
    }));
  if (!bound.some(({ truth }) => truth === 'true')) return true;
  return bound.some(
    ({ within, truth }) => truth !== 'false' && within.some((resource) => resources.includes(resource)),
  );
}
