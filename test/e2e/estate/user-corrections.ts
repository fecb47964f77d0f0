/** What the emulator cannot hold of users, made on the wire: how old credentials are, when they were used, and boundaries. */
import type { Answer, Correct } from '../fault-proxy.ts';
import type { AccountName } from './known.ts';
import { toBeMisspelt } from './permission-cases.ts';
import { policyArn } from './role.ts';
import type { UserSpec } from './user.ts';

type Owned = UserSpec & { readonly account: AccountName };
type Corrected = (body: string, spec: Owned) => string;

/** One moment for the whole run: the story of a run is over long before the next day. */
const started = Date.now();

const day = 86_400_000;

/** In ISO 8601. */
export function daysAgo(days: number): string {
  return new Date(started - days * day).toISOString();
}

/** By operation, for an answer that tells of one user. */
const ofOneUser: Readonly<Record<string, Corrected>> = {
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKeyMetadata.html
  'iam:ListAccessKeys': (body, { keys = [] }) => {
    let at = 0;
    return body.replaceAll(/<CreateDate>[^<]*<\/CreateDate>/g, () => {
      const age = keys[at]?.age ?? 0;
      at += 1;
      return element('CreateDate', daysAgo(age));
    });
  },
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKeyLastUsed.html
  'iam:GetAccessKeyLastUsed': (body, { keysUsed }) =>
    keysUsed === undefined
      ? body
      : body.replace(
          '<AccessKeyLastUsed>',
          `<AccessKeyLastUsed>${element('LastUsedDate', daysAgo(keysUsed))}`,
        ),
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_LoginProfile.html
  'iam:GetLoginProfile': (body, { password }) =>
    body.replace(/<CreateDate>[^<]*<\/CreateDate>/, element('CreateDate', daysAgo(password?.age ?? 0))),
};

/** By operation, for each member of an answer that tells of many. */
const ofEachUser: Readonly<Record<string, Corrected>> = {
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_User.html
  'iam:ListUsers': (member, { password }) =>
    password?.used === undefined ? member : member + element('PasswordLastUsed', daysAgo(password.used)),
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_UserDetail.html
  'iam:GetAccountAuthorizationDetails': (member, { boundary, account }) =>
    boundary === undefined ? member : member + boundaryElement(account, boundary),
};

export function correctUsers(users: Readonly<Record<AccountName, readonly UserSpec[]>>): Correct {
  const all = (['prod', 'partner'] as const).flatMap((account) =>
    users[account].map((spec) => [spec.name, { ...spec, account }] as const),
  );
  const byName: ReadonlyMap<string, Owned> = new Map(all);
  return (answer) => misspelt(answer, withUsers(answer, byName));
}

function withUsers({ operation, body }: Answer, users: ReadonlyMap<string, Owned>): string {
  const one = ofOneUser[operation.name];
  if (one !== undefined) {
    const spec = users.get(/<UserName>([^<]*)<\/UserName>/.exec(body)?.[1] ?? '');
    return spec === undefined ? body : one(body, spec);
  }
  const each = ofEachUser[operation.name];
  if (each === undefined) return body;
  return body.replaceAll(/<UserName>([^<]*)<\/UserName><UserId>[^<]*<\/UserId>/g, (member, name: string) => {
    const spec = users.get(name);
    return spec === undefined ? member : each(member, spec);
  });
}

function element(name: string, text: string): string {
  return `<${name}>${text}</${name}>`;
}

function boundaryElement(account: AccountName, policy: string): string {
  const arn = policyArn(account, policy);
  const type = element('PermissionsBoundaryType', 'PermissionsBoundaryPolicy');
  return element('PermissionsBoundary', type + element('PermissionsBoundaryArn', arn));
}

/** Old policies hold what IAM takes no more: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html */
function misspelt({ operation }: Answer, body: string): string {
  if (operation.name !== 'iam:GetAccountAuthorizationDetails') return body;
  const condition = (operator: string) =>
    encodeURIComponent(`"${operator}":{"aws:username":"${toBeMisspelt}"}`);
  return body.replaceAll(condition('StringEquals'), condition('StringIs'));
}
