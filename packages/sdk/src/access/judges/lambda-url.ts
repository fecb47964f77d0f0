/** `lambda-url`: whether anyone may call the URL of a function. */
import { actionsMatching } from '../facts/action-set.ts';
import { forRequests } from '../resource/for-requests.ts';
import { judgeResourcePolicy } from '../resource/judge-resource-policy.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';
import { readPolicy } from './read-policy.ts';
import { readSurroundings } from './read-surroundings.ts';

/**
 * Both the authentication type and the function's own policy must let a caller in. A grant for one type says nothing of
 * URLs of the other: such grants are left behind when the type is changed.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export const lambdaUrl: Judge = (input, now) => {
  const { authType, policy: written, account } = input;
  if (authType !== 'NONE' && authType !== 'AWS_IAM')
    return problems(['authType is neither NONE nor AWS_IAM']);
  if (written === undefined || written === null) return { public: authType === 'NONE' };
  const policy = readPolicy(written, { principal: 'required' });
  if (policy === undefined) return problems(['policy is no policy document']);
  const surroundings = readSurroundings({ account: typeof account === 'string' ? account : '' });
  if (surroundings === undefined) return problems(['account is no text']);
  const counted = actionsMatching(['lambda:InvokeFunctionUrl']);
  const settled = forRequests(policy, new Map([['lambda:functionurlauthtype', [authType]]]));
  const { isPublic } = judgeResourcePolicy(settled, { around: surroundings.around, now, counted });
  return { public: isPublic, ...problems(policy.malformed) };
};
