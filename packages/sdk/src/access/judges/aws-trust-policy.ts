/** `aws-trust-policy`: who may take on a role. */
import { judgeTrustPolicy } from '../trust/judge-trust-policy.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';
import { readPolicy } from './read-policy.ts';
import { readSurroundings } from './read-surroundings.ts';

export const awsTrustPolicy: Judge = (input, now) => {
  const surroundings = readSurroundings(input);
  if (surroundings === undefined) return problems(['account is no text']);
  const policy = readPolicy(input['policy'], { principal: 'required', action: 'optional' });
  if (policy === undefined) return problems(['policy is no policy document']);
  const verdict = judgeTrustPolicy(policy, surroundings.around, now);
  return {
    public: verdict.isPublic,
    external: verdict.isExternal,
    confusedDeputy: verdict.isConfusedDeputy,
    missingExternalIdOrMfa: verdict.lacksExternalIdAndMfa,
    oidcUnrestricted: verdict.hasUnrestrictedWebIdentity,
    accountRootPrincipal: verdict.namesWholeAccount,
    ...problems([...policy.malformed, ...surroundings.unread]),
  };
};
