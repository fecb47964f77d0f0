/** The hosts at which credentials become tokens: OAuth, the token exchange of workload identities, and impersonation. */
import { type Fault, faultAnswer } from './faults.ts';
import type { Answer } from './google-error.ts';

const never = '2099-01-01T00:00:00Z';

/** Undefined for an address that signs nobody in. A fault is told as OAuth does, or as any newer API. */
export function signIn(host: string, path: string, fault: Fault | undefined): Answer | undefined {
  const answer = success(host, path);
  if (answer === undefined || fault === undefined) return answer;
  const context = { api: 'iamcredentials.v1', host, path, homeProject: 'projects/999900001111' };
  if (host === 'iamcredentials.googleapis.com') return faultAnswer(fault, context) ?? answer;
  if (fault.kind === 'UNAVAILABLE') return { status: 503, body: { error: 'internal_failure' } };
  return { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' } };
}

function success(host: string, path: string): Answer | undefined {
  if (host === 'oauth2.googleapis.com' && path === '/token')
    return { status: 200, body: { access_token: 'token-of-key', expires_in: 3600, token_type: 'Bearer' } };
  if (host === 'sts.googleapis.com' && path === '/v1/token')
    return {
      status: 200,
      body: {
        access_token: 'token-of-federation',
        issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        token_type: 'Bearer',
        expires_in: 3600,
      },
    };
  const [, account] = /^\/v1\/projects\/-\/serviceAccounts\/([^/:]+):generateAccessToken$/.exec(path) ?? [];
  if (host !== 'iamcredentials.googleapis.com' || account === undefined) return undefined;
  return { status: 200, body: { accessToken: `token-of-${decodeURIComponent(account)}`, expireTime: never } };
}
