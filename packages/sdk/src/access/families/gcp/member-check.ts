/** Makes checks that report each member of an allow policy of which something is true. */
import { z } from 'zod';
import { type CheckContext, type CheckTexts, defineCheck, type ExampleItem } from '../../../define/check.ts';
import type { JsonObject } from '../../../json/value.ts';
import type { AllowPolicyTarget, ExampleGrant } from './allow-policy-target.ts';
import { findingsByMember, type Gains, type HeldRole, heldRoles } from './held-roles.ts';
import { type KnownMembers, membersOfWorld } from './members-of-world.ts';

export type MemberRule = CheckTexts & {
  /** What the check's name ends with. */
  readonly name: string;
  /** The check's version; 1 unless given. */
  readonly version?: number;
  /** The text for one member, with `{who}` and `{roles}`. */
  readonly message: string;
  readonly isMeant: (held: HeldRole, known: KnownMembers) => boolean;
  /** Given when `isMeant` asks what members may do by a role, its `permissions`: those of them that it asks for. */
  readonly gains?: Gains;
  /** Whether what one member holds is enough; any of it is unless given. */
  readonly isEnough?: (held: readonly HeldRole[]) => boolean;
  /** The score of what one member holds; the check's own unless given. */
  readonly scoreOf?: (held: readonly HeldRole[]) => number;
  readonly good: readonly MemberExample[];
  readonly bad: readonly (MemberExample & { readonly reports: readonly string[]; readonly score?: number })[];
};

export type MemberExample = Pick<ExampleItem, 'name' | 'world' | 'options' | 'now' | 'related'> & {
  readonly grants: readonly ExampleGrant[];
  /** What the config holds besides. */
  readonly config?: JsonObject;
};

const options = z.object({
  domains: z
    .array(z.string())
    .default([])
    .describe('Domains whose people and groups are ours, beside those of the organizations that are watched'),
});

/** The check of that rule on that kind of resource. */
export function memberCheck<Schema extends z.ZodType>(target: AllowPolicyTarget<Schema>, rule: MemberRule) {
  const {
    name,
    version = 1,
    message,
    isMeant,
    gains,
    isEnough = () => true,
    scoreOf,
    good,
    bad,
    ...told
  } = rule;
  const { watcher, inherited, related } = target;
  const needs = [...(inherited === undefined ? [] : [inherited.relation]), ...(target.needs ?? [])];
  const example = ({ grants, config, ...named }: MemberExample) => ({
    ...(related !== undefined && { related }),
    ...named,
    config: { ...target.example(grants), ...config },
  });
  return defineCheck({
    id: `${watcher.id}.${name}`,
    watcher,
    version,
    ...told,
    links: [target.link, ...told.links],
    messages: { held: message },
    ...(needs.length > 0 && { needs }),
    options,
    examples: {
      good: good.map(example),
      bad: bad.map(({ reports, score, ...one }) => ({
        ...example(one),
        reports: reports.map((member) => ({
          message: 'held' as const,
          subject: { member },
          ...(score !== undefined && { score }),
        })),
      })),
    },
    run: (context: CheckContext<z.output<Schema>, 'held', z.output<typeof options>>) => {
      const { world, item, report } = context;
      const known = membersOfWorld(world, { account: item.account, domains: context.options.domains });
      const held = heldRoles(target, context, {
        isMeant: (one) => isMeant(one, known),
        isOnPermissions: gains !== undefined,
      });
      for (const { held: roles, ...finding } of findingsByMember(held, gains))
        if (isEnough(roles)) report('held', { ...finding, ...(scoreOf && { score: scoreOf(roles) }) });
    },
  });
}
