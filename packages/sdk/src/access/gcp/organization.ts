/** What is ours on Google Cloud, and who is outside of it. */
import type { Member } from './member.ts';
import { projectKey } from './service-account.ts';

export type Organization = {
  /** In small letters. */
  readonly domains: ReadonlySet<string>;
  /** Ids and numbers, in the form of `projectKey`. */
  readonly projects: ReadonlySet<string>;
};

/** The organisation from its domains, project ids and project numbers. */
export function organizationOf({
  domains,
  projects,
}: {
  readonly domains: readonly string[];
  readonly projects: readonly string[];
}): Organization {
  return {
    domains: new Set(domains.map((domain) => domain.toLowerCase())),
    projects: new Set(projects.map(projectKey)),
  };
}

/**
 * Whether a member is of somebody else, or of nobody knows whom. A deleted member and one that cannot be read are nobody.
 * A domain is ours only by its own name: who owns a name below it is not said.
 */
export function isOutside(member: Member, organization: Organization): boolean {
  if (member.kind === 'anyone') return true;
  if (member.kind === 'deleted' || member.kind === 'unreadable') return false;
  switch (member.home.kind) {
    case 'domain':
      return !organization.domains.has(member.home.domain);
    case 'project':
      return !organization.projects.has(member.home.project);
    case 'unknown':
      return true;
  }
}
