/** Who changed a resource last, from the simulated CloudTrail. */
import type { Deed, DeedQuestion } from '@security-monkey/sdk';
import { z } from 'zod';
import { resourceTypes } from './answers/cloudtrail.ts';

const event = z.object({
  EventName: z.string(),
  EventSource: z.string(),
  EventTime: z.string(),
  Username: z.string(),
  Resources: z.array(z.object({ ResourceType: z.string(), ResourceName: z.string() })),
  CloudTrailEvent: z.string(),
});

const answer = z.object({ Events: z.array(event), NextToken: z.string().optional() });

const record = z.object({
  userIdentity: z.object({ arn: z.string().optional() }),
  additionalEventData: z.object({ note: z.string() }).optional(),
});

/** CloudTrail answers with the newest first; a name may be that of resources of several types. */
export async function lastDeed({ send, item, after, until }: DeedQuestion): Promise<Deed | undefined> {
  const wanted = resourceTypes[item.technology];
  if (wanted === undefined) return undefined;
  let token: string | undefined;
  do {
    const { Events, NextToken } = answer.parse(
      await send('cloudtrail:LookupEvents', {
        LookupAttributes: [{ AttributeKey: 'ResourceName', AttributeValue: item.name }],
        StartTime: after.toISOString(),
        EndTime: until.toISOString(),
        ...(token !== undefined && { NextToken: token }),
      }),
    );
    const found = Events.find(({ Resources }) =>
      Resources.some(({ ResourceType }) => ResourceType === wanted),
    );
    if (found !== undefined) return deedOf(found);
    token = NextToken;
  } while (token !== undefined);
  return undefined;
}

function deedOf({
  EventName,
  EventSource,
  EventTime,
  Username,
  CloudTrailEvent,
}: z.output<typeof event>): Deed {
  const { userIdentity, additionalEventData } = record.parse(JSON.parse(CloudTrailEvent));
  return {
    at: new Date(EventTime),
    actor: { name: Username, ...(userIdentity.arn !== undefined && { id: userIdentity.arn }) },
    operation: `${EventSource.split('.')[0]}:${EventName}`,
    ...(additionalEventData !== undefined && { note: additionalEventData.note }),
  };
}
