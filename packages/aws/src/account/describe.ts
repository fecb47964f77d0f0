/** Describes an account by all that belongs to no resource of its own. */
import {
  type Description,
  isOperationError,
  type JsonObject,
  OperationError,
  type Relation,
  readParts,
  type Unreadable,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { readAll } from '../client/read-pages.ts';
import { accountDetails } from '../iam/account-details.ts';
import { accountParts, reportPart } from './parts.ts';

type Reading = Required<Description>;

export async function describeAccount(context: WatchContext, listed: JsonObject): Promise<Description> {
  // First, so that IAM has the time of all other calls to write the report.
  const started = await attempt('/RootCredentials', () => context.send('iam:GenerateCredentialReport', {}));
  const readings = await Promise.all([
    readParts({ send: context.send, gone: [] }, listed, accountParts(context.place.account)),
    readVirtualDevices(context),
    readSupportRoles(context),
  ]);
  const report = started.failed
    ? { config: {}, unreadable: [started.failed] }
    : await readParts({ send: context.send, gone: [] }, {}, reportPart);
  const [parts, devices, roles] = readings;
  return {
    config: { ...parts.config, ...devices.config, ...report.config },
    unreadable: [...parts.unreadable, ...devices.unreadable, ...roles.unreadable, ...report.unreadable],
    relations: roles.relations,
  };
}

const devicesOperation = 'iam:ListVirtualMFADevices';
const page = z.looseObject({
  VirtualMFADevices: z.array(
    z.looseObject({
      SerialNumber: z.string(),
      User: z.looseObject({ Arn: z.string().optional() }).optional(),
    }),
  ),
  IsTruncated: z.boolean().optional(),
  Marker: z.string().optional(),
});

/** The virtual devices of the root user. A hardware device of hers is in no list: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListVirtualMFADevices.html */
async function readVirtualDevices(context: WatchContext): Promise<Reading> {
  const { value, failed } = await attempt('/RootVirtualMfaDevices', () => rootDevices(context));
  if (failed) return { config: {}, unreadable: [failed], relations: [] };
  return { config: { RootVirtualMfaDevices: value }, unreadable: [], relations: [] };
}

async function rootDevices({ send }: WatchContext): Promise<readonly string[]> {
  const devices = await readAll(send, {
    operation: devicesOperation,
    input: { AssignmentStatus: 'Assigned' },
    page,
    tokenName: 'Marker',
    tokenOf: markerOf,
    elementsOf: ({ VirtualMFADevices }) => VirtualMFADevices,
  });
  const ofRoot = devices.filter(({ User }) => User?.Arn?.endsWith(':root'));
  return ofRoot.map(({ SerialNumber }) => SerialNumber).sort();
}

function markerOf({ IsTruncated, Marker }: z.output<typeof page>): string | undefined {
  if (IsTruncated !== true) return undefined;
  if (Marker !== undefined) return Marker;
  throw new OperationError({
    class: 'invalid_response',
    message: `The answer of ${devicesOperation} is cut off and names no next page`,
    operation: devicesOperation,
  });
}

/** The roles that may work with AWS Support, from the details that IAM's watchers share. */
async function readSupportRoles(context: WatchContext): Promise<Reading> {
  const arn = `arn:${context.place.partition}:iam::aws:policy/AWSSupportAccess`;
  const { value, failed } = await attempt('@support-role', () => accountDetails(context));
  if (failed) return { config: {}, unreadable: [failed], relations: [] };
  const roles = (value.attachments.get(arn) ?? []).filter((relation) => relation.value?.['type'] === 'role');
  const relations = roles.map(({ technology, key }): Relation => ({ name: 'support-role', technology, key }));
  return { config: {}, unreadable: [], relations };
}

type Attempt<Value> =
  | { readonly value: Value; readonly failed?: undefined }
  | { readonly value?: undefined; readonly failed: Unreadable };

async function attempt<Value>(path: string, read: () => Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { value: await read() };
  } catch (error) {
    if (!isOperationError(error) || error.failure.class === 'canceled') throw error;
    return { failed: { path, ...error.failure } };
  }
}
