/** The environment of a function as far as Lambda could read it for us. */
import { isJsonObject, type JsonObject, type Unreadable } from '@security-monkey/sdk';
import { calls } from './calls.ts';

/**
 * Variables that are encrypted with a key that we may not use come as an error in their place. That is no change of the function:
 * https://docs.aws.amazon.com/lambda/latest/api/API_EnvironmentResponse.html
 */
export function readableEnvironment(item: JsonObject): {
  readonly config: JsonObject;
  readonly unreadable: readonly Unreadable[];
} {
  const { Environment, ...others } = item;
  if (!isJsonObject(Environment) || !isJsonObject(Environment['Error']))
    return { config: item, unreadable: [] };
  const { Error: reason, Variables: _, ...rest } = Environment;
  const { ErrorCode } = reason;
  const code = typeof ErrorCode === 'string' ? ErrorCode : undefined;
  return {
    config: { ...others, Environment: rest },
    unreadable: [
      {
        path: '/Environment/Variables',
        class: code?.startsWith('AccessDenied') === true ? 'access_denied' : 'rejected',
        operation: calls.list,
        message: `Lambda could not decrypt the variables for us${code === undefined ? '' : `: ${code}`}`,
        ...(code !== undefined && { code }),
      },
    ],
  };
}
