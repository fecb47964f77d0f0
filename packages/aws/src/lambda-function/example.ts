/** Functions for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

export const functionArn = 'arn:aws:lambda:us-east-1:111122223333:function:pay';

/** A function with these parts and no others. */
export function lambda(parts: JsonObject): JsonObject {
  return {
    FunctionName: 'pay',
    FunctionArn: functionArn,
    Policy: null,
    Url: null,
    Aliases: [],
    Versions: [],
    QualifiedPolicies: [],
    QualifiedUrls: [],
    Tags: {},
    ...parts,
  };
}
