/** Checks for grants of the ACL to other accounts, one for each way in which an account can stand to ours. */
import { type AclGrantVerdict, type Category, defineCheck } from '@security-monkey/sdk';
import { nameOf, type Standing, standingOf } from '../../known-account.ts';
import { type Holder, holdersLeft, holdersOf, isAclInForce } from '../acl.ts';
import { acl, allUsers, bucket, denying, knownWorld, ownerId, ownership } from '../example.ts';
import { s3Bucket } from '../watcher.ts';

type AclAccountRule = {
  readonly name: string;
  readonly standing: Standing;
  readonly score: number;
  readonly category: Category;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  /** Canonical ids for the examples: one that is reported, and one that another check of the family reports. */
  readonly reported: string;
  readonly neighbour: string;
};

/** A check that reports every grantee of that standing, by canonical user id. Accounts are told apart by their aliases. */
export function aclAccountCheck(rule: AclAccountRule) {
  return defineCheck({
    id: `aws.s3-bucket.${rule.name}`,
    watcher: s3Bucket,
    version: 2,
    score: rule.score,
    category: rule.category,
    title: rule.title,
    why: rule.why,
    fix: rule.fix,
    links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html'],
    frameworks: {},
    messages: { granted: '{account} has {permissions} by the ACL (canonical id {principal})' },
    examples: aclAccountExamples(rule),
    run: (context) => {
      const { config, item, world, report } = context;
      const owner = config.Acl?.Owner?.ID;
      const isMeant = ({ group, principal }: Holder) =>
        group === undefined && principal !== owner && standingOf(principal, item, world) === rule.standing;
      const holders = holdersOf(config).filter(isMeant);
      if (holders.length === 0 || !isAclInForce(config)) return;
      const isLeft = ({ isLeft: left, isExternal }: AclGrantVerdict) =>
        rule.standing === 'unknown' ? isExternal : left;
      for (const { principal, evidence, permissions } of holdersLeft(holders, context, isLeft)) {
        const account = nameOf(principal, world) ?? 'An unknown account';
        report('granted', { subject: { principal }, evidence, details: { account, permissions } });
      }
    },
  });
}

function aclAccountExamples({ reported, neighbour }: AclAccountRule) {
  return {
    good: [
      {
        name: 'only the owner has grants',
        config: bucket({ Acl: acl([ownerId, 'READ_ACP']), OwnershipControls: null }),
        world: { accounts: [] },
      },
      {
        name: 'the grants are to an account of another standing and to everyone',
        config: bucket({ Acl: acl([neighbour, 'READ'], [allUsers, 'READ']), OwnershipControls: null }),
        world: knownWorld,
      },
      {
        name: 'the policy denies everything to everyone',
        config: bucket({
          Acl: acl([reported, 'FULL_CONTROL']),
          OwnershipControls: null,
          Policy: denying(),
        }),
        world: knownWorld,
      },
      {
        name: 'ACLs are switched off by Object Ownership',
        config: bucket({
          Acl: acl([reported, 'FULL_CONTROL']),
          OwnershipControls: ownership('BucketOwnerEnforced'),
        }),
        world: knownWorld,
      },
    ],
    bad: [
      {
        name: 'two grants to such an account',
        config: bucket({
          Acl: acl([reported, 'READ'], [neighbour, 'READ'], [reported, 'WRITE']),
          OwnershipControls: ownership('BucketOwnerPreferred'),
          Policy: denying({ Bool: { 'aws:securetransport': ['false'] } }),
        }),
        world: knownWorld,
        reports: [{ message: 'granted' as const, subject: { principal: reported } }],
      },
    ],
  };
}
