/** The user data of an instance: kept as a digest only, searched for secrets before. */
import {
  type Description,
  type JsonObject,
  type JsonValue,
  OperationError,
  parseAnswer,
  readParts,
  secretKinds,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { textsIn } from './user-data-texts.ts';

export const describeInstanceAttribute = 'ec2:DescribeInstanceAttribute';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceAttribute.html: base64, and no value where there is none. */
const answer = z.looseObject({ UserData: z.looseObject({ Value: z.string().optional() }).optional() });

type UserDataContext = Pick<WatchContext, 'send'> & { readonly gone: readonly string[] };

/** The listed instance with its user data, which is redacted before anything is stored, and with the kinds of secrets in it. */
export async function withUserData(
  context: UserDataContext,
  instanceId: string,
  listed: JsonObject,
): Promise<Description> {
  const { config, unreadable } = await readParts(context, listed, {
    UserData: {
      operation: describeInstanceAttribute,
      input: { InstanceId: instanceId, Attribute: 'userData' },
      take: (output) => parseAnswer(describeInstanceAttribute, answer, output).UserData?.Value ?? null,
    },
  });
  const [unread] = unreadable;
  if (unread !== undefined) return { config, unreadable: [unread, { ...unread, path: findingsPath }] };
  try {
    return { config: { ...config, UserDataFindings: findingsIn(config['UserData'] ?? null) } };
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    return { config, unreadable: [{ path: findingsPath, ...error.failure }] };
  }
}

const findingsPath = '/UserDataFindings';

function findingsIn(userData: JsonValue): readonly string[] {
  if (typeof userData !== 'string') return [];
  const kinds = textsOf(Buffer.from(userData, 'base64')).flatMap(secretKinds);
  return [...new Set(kinds)].toSorted();
}

/** What cannot be unpacked has not been looked at. */
function textsOf(bytes: Buffer): readonly string[] {
  try {
    return textsIn(bytes);
  } catch (cause) {
    const message = 'The user data is packed in a way that cannot be unpacked';
    throw new OperationError(
      { class: 'invalid_response', message, operation: describeInstanceAttribute },
      { cause },
    );
  }
}
