/** All of an account's users, roles, groups and policies in force, read once per run for whoever needs them. */
import type { JsonValue, Relation, WatchContext } from '@security-monkey/sdk';
import {
  type DetailsPage,
  type GroupDetail,
  type Holder,
  type PolicyDetail,
  readDetailsPage,
  type UserDetail,
} from './details-page.ts';

export type AccountDetails = {
  /** As IAM gave them: a page may hold none of a kind. */
  readonly pages: readonly DetailsPage[];
  /** Documents in force by the ARN of their policy. */
  readonly documents: ReadonlyMap<string, JsonValue>;
  readonly groups: ReadonlyMap<string, GroupDetail>;
  /** The members of each group by the group's name. */
  readonly members: ReadonlyMap<string, readonly UserDetail[]>;
  /** Who is attached to a policy, or bounded by it, by the policy's ARN. */
  readonly attachments: ReadonlyMap<string, readonly Relation[]>;
};

/**
 * Reads every page before it gives the first: what a user may do lies on the pages of her groups and policies. The answers
 * are shared by all IAM watchers and the account's, so that a page that fails fails the listing of each. Kept are 5,000 roles
 * and as many users, without old versions of policies and without AWS's policies that nobody uses.
 */
export function accountDetails(context: WatchContext): Promise<AccountDetails> {
  return context.shared('iam account details', async () => {
    const pages: DetailsPage[] = [];
    let marker: string | undefined;
    do {
      const page = await readDetailsPage(context, marker);
      pages.push(page);
      marker = page.marker;
    } while (marker !== undefined);
    return indexed(pages);
  });
}

function indexed(pages: readonly DetailsPage[]): AccountDetails {
  const attachments = attachmentsOf(pages);
  const used = pages.map((page) => ({
    ...page,
    policies: page.policies.filter((policy) => !isAwsManaged(policy.Arn) || attachments.has(policy.Arn)),
  }));
  return {
    pages: used,
    documents: new Map(used.flatMap(({ policies }) => policies.flatMap(documentEntry))),
    groups: new Map(pages.flatMap(({ groups }) => groups.map((group) => [group.GroupName, group] as const))),
    members: grouped(
      pages.flatMap(({ users }) =>
        users.flatMap((user) => user.GroupList.map((name) => [name, user] as const)),
      ),
    ),
    attachments,
  };
}

/** Policies of AWS lie in no account: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html */
export function isAwsManaged(arn: string): boolean {
  return /^arn:[^:]*:iam::aws:/.test(arn);
}

function documentEntry({ Arn, Document }: PolicyDetail): readonly (readonly [string, JsonValue])[] {
  return Document === undefined ? [] : [[Arn, Document]];
}

function attachmentsOf(pages: readonly DetailsPage[]): ReadonlyMap<string, readonly Relation[]> {
  return grouped(
    pages.flatMap(({ users, roles, groups }) => [
      ...users.flatMap((user) => attachedTo('user', user)),
      ...roles.flatMap((role) => attachedTo('role', role)),
      ...groups.flatMap((group) => attachedTo('group', group)),
    ]),
  );
}

type Kind = 'user' | 'role' | 'group';

function attachedTo(kind: Kind, holder: Holder): readonly (readonly [string, Relation])[] {
  const technology = `aws.iam-${kind}`;
  const relation = (type: string): Relation => ({
    name: 'attachments',
    technology,
    key: holder.Arn,
    value: { type },
  });
  const boundary = holder.PermissionsBoundary?.PermissionsBoundaryArn;
  return [
    ...holder.AttachedManagedPolicies.map(({ PolicyArn }) => [PolicyArn, relation(kind)] as const),
    ...(boundary === undefined ? [] : [[boundary, relation(`boundary of ${kind}`)] as const]),
  ];
}

function grouped<Value>(
  entries: readonly (readonly [string, Value])[],
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of entries) {
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [value]);
    else others.push(value);
  }
  return groups;
}
