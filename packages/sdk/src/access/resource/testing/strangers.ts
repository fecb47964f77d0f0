/** Requests of callers whom no generated policy names: without credentials, and of an account of their own. */
import type { Request } from './brute-force.ts';
import { owner, stranger } from './some-policies.ts';

type Context = Request['context'];

/**
 * Straight from the internet with an address, or through an endpoint of a VPC without one.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip
 */
const ways: readonly Context[] = [
  { 'aws:sourceip': ['52.1.2.3'] },
  { 'aws:sourceip': ['198.51.100.9'] },
  { 'aws:sourcevpce': ['vpce-0stranger'], 'aws:vpcsourceip': ['10.0.0.9'] },
];

const origins: readonly Context[] = ways.flatMap((way) =>
  ['true', 'false'].map((secure) => ({
    'aws:securetransport': [secure],
    'sts:externalid': ['mooring-44'],
    ...way,
  })),
);

type Caller = { readonly arn: string | undefined; readonly context: Context };

/** The last has a path with colons, which IAM lets anyone choose. */
const roles = [`arn:aws:iam::${stranger}:role/x`, `arn:aws:iam::${stranger}:role/p:${owner}:role/x`] as const;

const organizations: readonly Context[] = [
  {},
  { 'aws:principalorgid': ['o-stranger'], 'aws:principalorgpaths': ['o-stranger/r-h1/ou-h1-dock0001/'] },
];

const callers: readonly Caller[] = [
  { arn: undefined, context: {} },
  ...roles.flatMap((arn) =>
    organizations.flatMap((member) =>
      [{}, { 'aws:principaltag/crew': ['night'] }].map((tag) => ({
        arn,
        context: {
          'aws:principalarn': [arn],
          'aws:principalaccount': [stranger],
          'aws:principalisawsservice': ['false'],
          'aws:userid': ['AROASTRANGERSTRANGER1:night'],
          ...member,
          ...tag,
        },
      })),
    ),
  ),
];

const actions = ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 'sns:Publish'] as const;
const resources = ['', '/a/b', '/a/c', '/c', '-other'].map((rest) => `arn:aws:s3:::harbour${rest}`);
const wishes = actions.flatMap((action) => resources.map((resource) => ({ action, resource })));

export function requestsOfStrangers(now: number): readonly Request[] {
  return wishes.flatMap((wish) =>
    callers.flatMap(({ arn, context }) =>
      origins.map((origin) => ({ caller: arn, ...wish, now, context: { ...origin, ...context } })),
    ),
  );
}
