/** The network interfaces of a region by the security groups they use: what others attach to a group. */
import {
  isOperationError,
  type JsonObject,
  parseAnswer,
  type Relation,
  type Unreadable,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { describeNetworkInterfaces, networkInterfacePages } from '../ec2/network-interface-pages.ts';

/** The relation's name: one item for each network interface that uses the group. */
export const attachments = 'attachments';

const interfaces = z.array(
  z.looseObject({
    NetworkInterfaceId: z.string(),
    InterfaceType: z.string().optional(),
    Attachment: z.looseObject({ InstanceId: z.string().optional() }).optional(),
    Groups: z.array(z.looseObject({ GroupId: z.string() })).optional(),
  }),
);

/** Reads all interfaces once per region and run. What fails makes the relation unreadable, not the group. */
export async function readAttachments(
  context: WatchContext,
  groupId: string,
): Promise<{ readonly relations: readonly Relation[]; readonly unreadable: readonly Unreadable[] }> {
  try {
    const byGroup = await context.shared(`${attachments} by group`, () => readInterfaces(context));
    return { relations: byGroup.get(groupId) ?? [], unreadable: [] };
  } catch (error) {
    if (!isOperationError(error) || error.failure.class === 'canceled') throw error;
    return { relations: [], unreadable: [{ path: `@${attachments}`, ...error.failure }] };
  }
}

type Interface = z.output<typeof interfaces>[number];

async function readInterfaces(context: WatchContext): Promise<ReadonlyMap<string, readonly Relation[]>> {
  const byGroup = new Map<string, Relation[]>();
  for await (const page of networkInterfacePages(context)) {
    for (const found of parseAnswer(describeNetworkInterfaces, interfaces, page)) addTo(byGroup, found);
  }
  return byGroup;
}

function addTo(byGroup: Map<string, Relation[]>, found: Interface): void {
  const relation: Relation = {
    name: attachments,
    technology: 'aws.ec2-network-interface',
    key: found.NetworkInterfaceId,
    value: interfaceValue(found),
  };
  for (const { GroupId } of found.Groups ?? []) {
    const others = byGroup.get(GroupId);
    if (others === undefined) byGroup.set(GroupId, [relation]);
    else others.push(relation);
  }
}

/** Only what does not change while the interface stays where it is. */
function interfaceValue({ InterfaceType, Attachment }: Interface): JsonObject {
  return {
    ...(InterfaceType !== undefined && { InterfaceType }),
    ...(Attachment?.InstanceId !== undefined && { InstanceId: Attachment.InstanceId }),
  };
}
