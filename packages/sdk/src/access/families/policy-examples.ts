/** Examples of the checks on resource policies: what each reports, and the nearest that it does not. */
import type { z } from 'zod';
import type { World } from '../../define/check.ts';
import type { JsonObject } from '../../json/value.ts';
import type { PolicyCheckKind } from './policy-check-texts.ts';
import type { PolicyTarget } from './policy-target.ts';

const [ours, sister, vendor, stranger] = ['111122223333', '222233334444', '333344445555', '999988887777'];

const world: World = {
  accounts: [
    { type: 'aws', identifier: ours, name: 'ours', thirdParty: false, aliases: [] },
    { type: 'aws', identifier: sister, name: 'sister', thirdParty: false, aliases: [] },
    { type: 'aws', identifier: vendor, name: 'vendor', thirdParty: true, aliases: [] },
  ],
  organizations: ['o-ours'],
  networks: [],
};

/** Whose the item is, and who is known. */
export const owned = { world, item: { account: ours } };

type Named = {
  readonly name: string;
  readonly principal: JsonObject | string;
  readonly Condition?: JsonObject;
};
type Bad = Named & { readonly reports: string };

const role = (account: string) => `arn:aws:iam::${account}:role/reader`;
const root = (account: string) => `arn:aws:iam::${account}:root`;

const good: Readonly<Record<PolicyCheckKind, readonly Named[]>> = {
  'internet-accessible': [
    { name: 'a named role of a stranger', principal: { AWS: role(stranger) } },
    {
      name: 'everyone of our organisation',
      principal: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-ours' } },
    },
  ],
  'friendly-account': [
    { name: 'a role of the same account', principal: { AWS: role(ours) } },
    { name: 'a role of a third party', principal: { AWS: role(vendor) } },
  ],
  'third-party-account': [
    { name: 'a role of an account of ours', principal: { AWS: role(sister) } },
    { name: 'a role of a stranger', principal: { AWS: role(stranger) } },
  ],
  'unknown-access': [
    { name: 'a role of a third party', principal: { AWS: role(vendor) } },
    { name: 'a service', principal: { Service: 'logging.s3.amazonaws.com' } },
  ],
  'cross-account-root': [
    { name: 'the whole account that owns it', principal: { AWS: root(ours) } },
    { name: 'a role of another account', principal: { AWS: role(sister) } },
  ],
};

const bad: Readonly<Record<PolicyCheckKind, readonly Bad[]>> = {
  'internet-accessible': [
    { name: 'everyone', principal: '*', reports: '*' },
    {
      name: 'everyone with a condition that the caller chooses',
      principal: { AWS: '*' },
      Condition: { StringLike: { 'aws:Referer': 'https://acme.example/*' } },
      reports: '*',
    },
  ],
  'friendly-account': [{ name: 'a role of it', principal: { AWS: role(sister) }, reports: role(sister) }],
  'third-party-account': [{ name: 'a role of it', principal: { AWS: role(vendor) }, reports: role(vendor) }],
  'unknown-access': [
    { name: 'a role of an account off record', principal: { AWS: role(stranger) }, reports: role(stranger) },
    {
      name: 'everyone of an organisation that is not ours',
      principal: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-theirs' } },
      reports: '*',
    },
  ],
  'cross-account-root': [{ name: 'by its root', principal: { AWS: root(vendor) }, reports: vendor }],
};

export function policyExamples<Schema extends z.ZodType>(
  kind: PolicyCheckKind,
  target: PolicyTarget<Schema>,
) {
  const item = ({ name, principal, Condition }: Named) => ({
    name,
    ...owned,
    ...target.example(
      policyWith(target, { Principal: principal, ...(Condition !== undefined && { Condition }) }),
    ),
  });
  return {
    good: [
      ...(target.isAlwaysThere === true ? [] : [{ name: 'no policy', ...owned, ...target.example(null) }]),
      ...good[kind].map(item),
    ],
    bad: bad[kind].map((one) => ({
      ...item(one),
      reports: [{ message: 'granted' as const, subject: { principal: one.reports } }],
    })),
  };
}

/** A policy of one Allow of the target's action. */
export function policyWith(
  { action, arn }: { readonly action: string; readonly arn?: string },
  parts: JsonObject,
): JsonObject {
  const about = arn === undefined ? {} : { Resource: [arn] };
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: [action], ...about, ...parts }] };
}
