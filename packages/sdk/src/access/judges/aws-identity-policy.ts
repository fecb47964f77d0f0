/** `aws-identity-policy`: what the policies of an identity let it do. */
import type { JsonObject } from '../../json/value.ts';
import { holdsFullService } from '../identity/full-service.ts';
import { judgeIdentity } from '../identity/judge-identity.ts';
import { isFullAdministration, managedPolicy } from '../identity/managed-policy.ts';
import type { Permissions } from '../identity/permissions.ts';
import type { PolicyDocument } from '../policy/statement.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';
import { readPolicy } from './read-policy.ts';
import { readTexts } from './read-texts.ts';

export const awsIdentityPolicy: Judge = (input, now) => {
  const own = readPolicies(input);
  if (typeof own === 'string') return problems([own]);
  const { texts: arns, unread } = readTexts(input['managed'], 'managed');
  const managed = arns.map(managedPolicy);
  const unknown = arns.filter((_, at) => managed[at] === undefined);
  const attached = [...own, ...managed.filter((policy) => policy !== undefined)];
  const verdict = judgeIdentity({ attached }, now);
  // The contract: whoever has such a policy attached is an administrator, whatever Denies say.
  const isAdmin = verdict.isAdministrator || arns.some(isFullAdministration);
  return {
    admin: isAdmin,
    escalates: isAdmin || verdict.escalations.length > 0,
    permissionsManagement: verdict.unconstrainedManagement !== undefined,
    credentialsExposure: verdict.exposedCredentials.length > 0,
    starAction: verdict.namesEveryAction,
    ...fullService(input, verdict.permissions),
    paths: verdict.escalations.map(({ path }) => path.id),
    ...problems([
      ...own.flatMap((policy, at) =>
        [...policy.malformed, ...withoutResource(policy)].map((text) => `/policies/${at}${text}`),
      ),
      ...unknown.map((arn) => `managed: ${arn} is not known`),
      ...unread,
      ...unreadService(input),
    ]),
  };
};

/** In words, when one of them is no policy document. */
function readPolicies({ policies }: JsonObject): readonly PolicyDocument[] | string {
  if (!Array.isArray(policies)) return 'policies is no list';
  const read = policies.map((written) => readPolicy(written, { principal: 'ignored' }));
  const readable = read.filter((policy) => policy !== undefined);
  return readable.length < read.length ? 'policies holds what is no policy document' : readable;
}

/** An identity's policy must say what it is about: without that, a statement neither allows nor denies. */
function withoutResource({ statements }: PolicyDocument): readonly string[] {
  return statements
    .filter(({ resources }) => resources === undefined)
    .map(({ index }) => `/Statement/${index}: names no resource`);
}

function fullService({ service }: JsonObject, permissions: Permissions) {
  return typeof service === 'string' ? { fullService: holdsFullService(permissions, service) } : {};
}

function unreadService({ service }: JsonObject): readonly string[] {
  return service === undefined || service === null || typeof service === 'string'
    ? []
    : ['service is no text'];
}
