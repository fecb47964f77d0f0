/** Actions that return or create credentials for AWS itself, each with what it hands out. */
import { type ActionKey, actionKey, noResource } from './action-key.ts';
import { findUse } from './find-use.ts';
import type { Permissions } from './permissions.ts';

/**
 * Access keys, console passwords and sessions. Not listed: what opens the data of one service only (registry, database and
 * repository tokens, `s3:GetDataAccess`, `s3express:CreateSession`, passwords of machines), and what switches an existing key on.
 * Source: the API reference of each service, such as https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html
 */
export const credentialActions: ReadonlyMap<string, string> = new Map([
  ['iam:CreateAccessKey', 'an access key of a user'],
  ['iam:CreateLoginProfile', 'a console password of a user'],
  ['iam:UpdateLoginProfile', 'another console password of a user'],
  ['sts:AssumeRole', 'a session of a role'],
  ['sts:AssumeRoleWithSAML', 'a session of a role'],
  ['sts:AssumeRoleWithWebIdentity', 'a session of a role'],
  ['sts:AssumeRoot', 'a session of the root of a member account'],
  ['sts:GetDelegatedAccessToken', 'a session that was delegated'],
  ['sts:GetFederationToken', 'a session of a federated user'],
  ['sts:GetSessionToken', 'a session of the caller'],
  // Of the access portal, and in no list of actions: https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html
  ['sso:GetRoleCredentials', 'a session of a role of a permission set'],
  ['signin:CreateOAuth2Token', 'a session of the caller, for the command line'],
  ['cognito-identity:GetCredentialsForIdentity', 'a session of a role of an identity pool'],
  ['cognito-identity:GetOpenIdToken', 'a token that STS takes for a session'],
  ['cognito-identity:GetOpenIdTokenForDeveloperIdentity', 'a token that STS takes for a session'],
  ['eks-auth:AssumeRoleForPodIdentity', 'a session of the role of a pod'],
  ['ssm:RequestManagedInstanceRoleToken', 'a session of the role of a managed machine'],
  ['codepipeline:GetJobDetails', 'a session for the artifacts of a job'],
  ['codepipeline:GetThirdPartyJobDetails', 'a session for the artifacts of a job'],
  ['codepipeline:PollForJobs', 'a session for the artifacts of a job'],
  ['datazone:GetDomainExecutionRoleCredentials', 'a session of the role of a domain'],
  ['datazone:GetEnvironmentCredentials', 'a session of the role of an environment'],
  ['deadline:AssumeFleetRoleForRead', 'a session of the role of a fleet'],
  ['deadline:AssumeFleetRoleForWorker', 'a session of the role of a fleet'],
  ['deadline:AssumeQueueRoleForRead', 'a session of the role of a queue'],
  ['deadline:AssumeQueueRoleForUser', 'a session of the role of a queue'],
  ['deadline:AssumeQueueRoleForWorker', 'a session of the role of a queue'],
  ['finspace-api:GetProgrammaticAccessCredentials', 'a session of the service'],
  ['gamelift:GetComputeAccess', 'a session for a machine of a fleet'],
  ['gamelift:RequestUploadCredentials', 'a session to upload a build'],
  ['lakeformation:GetTemporaryGluePartitionCredentials', 'a session for the data of a partition'],
  ['lakeformation:GetTemporaryGlueTableCredentials', 'a session for the data of a table'],
]);

/** As they are looked for: those that are in no list of actions work on no resource. */
export function credentialKeys(): readonly ActionKey[] {
  return [...credentialActions.keys()].map((action) => {
    const key = actionKey(action);
    return key.place === undefined ? { ...key, kinds: noResource } : key;
  });
}

/** Those of the list that are allowed on something that may exist. */
export function exposedCredentials(permissions: Permissions): readonly string[] {
  return credentialKeys()
    .filter((key) => findUse(permissions, { key }) !== undefined)
    .map(({ text }) => text);
}
