/** Lists the instances of a region, and asks for one. */
import {
  type JsonObject,
  type MissingItem,
  OperationError,
  parseAnswer,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { ec2Pages } from '../ec2/pages.ts';

export const describeInstances = 'ec2:DescribeInstances';

export const noSuchInstance = 'InvalidInstanceID.NotFound';

const reservations = z.array(
  z.looseObject({
    ReservationId: z.string(),
    OwnerId: z.string(),
    RequesterId: z.string().optional(),
    Instances: z.array(z.looseObject({ InstanceId: z.string(), State: z.looseObject({ Name: z.string() }) })),
  }),
);

/** Page by page. A page may hold no instance: a reservation whose instances are terminated stays for a while. */
export async function* listInstances({ send }: WatchContext): AsyncIterable<readonly JsonObject[]> {
  const call = (input: JsonObject) => send(describeInstances, input);
  for await (const page of ec2Pages({ operation: describeInstances, member: 'Reservations', call })) {
    yield instancesOf(page);
  }
}

/** Rejects as gone when EC2 knows no such instance, and when it is terminated. */
export async function confirmInstance({ send }: WatchContext, { identity }: MissingItem): Promise<void> {
  const call = () => send(describeInstances, { InstanceIds: [identity] });
  for await (const page of ec2Pages({ operation: describeInstances, member: 'Reservations', call })) {
    if (instancesOf(page).some(({ InstanceId }) => InstanceId === identity)) return;
  }
  throw new OperationError({
    class: 'not_found',
    code: noSuchInstance,
    message: `${identity} is terminated`,
    operation: describeInstances,
  });
}

/**
 * A terminated instance is none: it cannot come back, and EC2 shows it for up to an hour more
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html). One that is shutting down still is.
 */
function instancesOf(page: readonly JsonObject[]): readonly JsonObject[] {
  const found = parseAnswer(describeInstances, reservations, page);
  return found.flatMap(({ ReservationId, OwnerId, RequesterId, Instances }) =>
    Instances.filter(({ State }) => State.Name !== 'terminated').map((instance) => ({
      // What a loose schema has parsed is the JSON it was given.
      ...(instance as JsonObject),
      ReservationId,
      OwnerId,
      ...(RequesterId !== undefined && { RequesterId }),
      IamInstanceProfile: (instance['IamInstanceProfile'] ?? null) as JsonObject | null,
    })),
  );
}
