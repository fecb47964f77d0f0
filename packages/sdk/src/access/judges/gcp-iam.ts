/** `gcp-iam`: whom an allow policy lets in, and what it lets them do to others' access. */
import { isJsonObject, type JsonObject } from '../../json/value.ts';
import {
  grantsOf,
  isAdminServiceAccount,
  isConsumerAccount,
  isExternal,
  isImpersonation,
  isOfAdminRole,
  isOfBasicRole,
  isOfDefaultServiceAccount,
  isPublic,
  mixesKeyDuties,
  mixesServiceAccountDuties,
} from '../gcp/allow-policy.ts';
import { liveBindings, readBindings } from '../gcp/binding.ts';
import { type Organization, organizationOf } from '../gcp/organization.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';
import { readTexts } from './read-texts.ts';

export const gcpIam: Judge = (input, now) => {
  const { resource, bindings, member } = input;
  if (typeof resource !== 'string') return problems(['resource is no text']);
  if (!Array.isArray(bindings)) return problems(['bindings is no list']);
  const { rules, unread } = readBindings(bindings, '/bindings');
  const ours = readOrganization(input);
  const asked = typeof member === 'string' ? member : undefined;
  const isAskedUnread = asked === undefined && member !== undefined && member !== null;
  const live = liveBindings(rules, { now });
  const grants = grantsOf(live);
  return {
    public: grants.some(isPublic),
    external: grants.some((grant) => isExternal(grant, ours.organization)),
    basicRole: grants.some(isOfBasicRole),
    impersonation: grants.some((grant) => isImpersonation(grant)),
    tokenCreator: grants.some(({ role }) => role === 'roles/iam.serviceAccountTokenCreator'),
    serviceAccountUser: grants.some(({ role }) => role === 'roles/iam.serviceAccountUser'),
    saAdminRole: grants.some(isAdminServiceAccount),
    adminRole: grants.some((grant) => isOfAdminRole(grant, asked)),
    consumerAccount: grants.some(isConsumerAccount),
    defaultServiceAccount: grants.some(isOfDefaultServiceAccount),
    kmsSeparationViolated: mixesKeyDuties(grants),
    saSeparationViolated: mixesServiceAccountDuties(grants),
    conditional: live.filter(({ isConditional }) => isConditional).map(({ at }) => at),
    ...problems([...unread, ...ours.unread, ...(isAskedUnread ? ['member is no text'] : [])]),
  };
};

/** What cannot be read of ours is not ours. */
function readOrganization({ organization: written }: JsonObject): {
  readonly organization: Organization | undefined;
  readonly unread: readonly string[];
} {
  if (written === undefined || written === null) return { organization: undefined, unread: [] };
  if (!isJsonObject(written)) return { organization: undefined, unread: ['organization is no object'] };
  const domains = readTexts(written['domains'], 'organization.domains');
  const projects = readTexts(written['projects'], 'organization.projects');
  const numbers = readTexts(written['projectNumbers'], 'organization.projectNumbers');
  return {
    organization: organizationOf({
      domains: domains.texts,
      projects: [...projects.texts, ...numbers.texts],
    }),
    unread: [...domains.unread, ...projects.unread, ...numbers.unread],
  };
}
