/** The policy of an audited item as its checks see it: parsed, with the grants that are left of it. */
import type { z } from 'zod';
import type { CheckContext } from '../../define/check.ts';
import { type ActionSet, actionsMatching, intersect, isEmpty } from '../facts/action-set.ts';
import type { PolicyDocument } from '../policy/statement.ts';
import type { Fragment, Grant } from '../resource/grant.ts';
import { type Reading, readGrants } from '../resource/read-grants.ts';
import type { Surroundings } from '../resource/surroundings.ts';
import { surroundingsOfWorld } from '../surroundings-of-world.ts';
import { assumingActions } from '../trust/judge-trust-policy.ts';
import { nextTurnOf, parsedPolicy } from './parsed-policy.ts';
import type { PolicyTarget } from './policy-target.ts';

export type TargetReading = {
  /** As the config holds it. */
  readonly written: unknown;
  readonly document: PolicyDocument;
  readonly around: Surroundings;
  readonly grants: readonly Grant[];
};

/** Undefined where there is no policy, or what is there is none. Asks to look again when time may change the answer. */
export function readTarget<Schema extends z.ZodType>(
  target: PolicyTarget<Schema>,
  context: CheckContext<z.output<Schema>>,
): TargetReading | undefined {
  const { config, item, world, now } = context;
  const written = target.documentOf(config);
  const document = parsedPolicy(target.kind ?? 'resource', written);
  if (document === undefined) return undefined;
  const turn = nextTurnOf([document], now);
  if (turn !== undefined) context.lookAgainAt(turn);
  const around = surroundingsOfWorld(item.account, world);
  const grants = grantsOf(target, document, { around, now });
  return { written, document, around, grants };
}

/** Of a trust policy only what gives a session of the role counts; of another, what the resource's own service can be asked. */
function grantsOf<Schema extends z.ZodType>(
  { kind, action }: PolicyTarget<Schema>,
  document: PolicyDocument,
  reading: Reading,
): readonly Grant[] {
  if (kind === 'trust') return readGrants(document, { ...reading, counted: assumingActions() });
  const service = actionsMatching([`${action.slice(0, action.indexOf(':'))}:*`]);
  return readGrants(document, { ...reading, service }).map((grant) => ({
    ...grant,
    fragments: grant.fragments.map((fragment) => ofService(fragment, service)),
  }));
}

/** Of `*` a reader wants to know what it means here. */
function ofService(fragment: Fragment, service: ActionSet): Fragment {
  const actions = intersect(fragment.actions, service);
  return isEmpty(actions) ? fragment : { ...fragment, actions };
}
