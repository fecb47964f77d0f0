/** The calls that describe a topic: one part of the config each. */
import {
  type JsonObject,
  type JsonValue,
  OperationError,
  type Part,
  parseAnswer,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { documentOfText } from '../client/document-of-text.ts';
import { policyOfText } from '../client/policy-text.ts';

/** Codes as the wire has them, and the names of the errors: https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html */
export const gone = ['NotFound', 'NotFoundException', 'ResourceNotFound', 'ResourceNotFoundException'];

export const attributesOperation = 'sns:GetTopicAttributes';
export const protectionOperation = 'sns:GetDataProtectionPolicy';
export const tagsOperation = 'sns:ListTagsForResource';

/** The parts that say when the topic itself is gone. */
export function topicParts(TopicArn: string): Readonly<Record<string, Part>> {
  return {
    Attributes: { operation: attributesOperation, input: { TopicArn }, take: attributesOf },
    Tags: { operation: tagsOperation, input: { ResourceArn: TopicArn }, take: ({ Tags = [] }) => Tags },
  };
}

/** What this call finds missing may be the policy, so it never says that the topic is gone. Without a policy the answer is empty. */
export function protectionParts(TopicArn: string): Readonly<Record<string, Part>> {
  return {
    DataProtectionPolicy: {
      operation: protectionOperation,
      input: { ResourceArn: TopicArn },
      take: ({ DataProtectionPolicy: text = '' }) => {
        if (typeof text === 'string') return text === '' ? null : documentOfText(text);
        throw new OperationError({
          class: 'invalid_response',
          message: `The answer of ${protectionOperation} holds a policy that is no text`,
          operation: protectionOperation,
        });
      },
    },
  };
}

const answer = z.looseObject({ Attributes: z.record(z.string(), z.string()) });

const documents: ReadonlySet<string> = new Set([
  'DeliveryPolicy',
  'EffectiveDeliveryPolicy',
  'ArchivePolicy',
]);

function attributesOf(output: JsonObject): JsonObject {
  const { Policy: text = '', ...others } = parseAnswer(attributesOperation, answer, output).Attributes;
  const read = Object.entries(others).map(([name, value]): readonly [string, JsonValue] => [
    name,
    documents.has(name) ? documentOfText(value) : value,
  ]);
  return {
    ...Object.fromEntries(read),
    Policy: text === '' ? null : policyOfText(attributesOperation, text),
  };
}
