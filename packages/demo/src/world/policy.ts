/** Policy documents, as people write them. */
import type { JsonObject, JsonValue } from '@security-monkey/sdk';

export type Document = JsonObject & { readonly Version: string; readonly Statement: readonly JsonObject[] };

export type Statement = {
  readonly sid?: string;
  readonly effect?: 'Allow' | 'Deny';
  readonly principal?: JsonValue;
  readonly actions: readonly string[];
  readonly resources?: readonly string[];
  readonly condition?: JsonObject;
};

export function documentOf(...statements: readonly Statement[]): Document {
  return { Version: '2012-10-17', Statement: statements.map(statementOf) };
}

function statementOf({
  sid,
  effect = 'Allow',
  principal,
  actions,
  resources,
  condition,
}: Statement): JsonObject {
  return {
    ...(sid !== undefined && { Sid: sid }),
    Effect: effect,
    ...(principal !== undefined && { Principal: principal }),
    Action: actions,
    ...(resources !== undefined && { Resource: resources }),
    ...(condition !== undefined && { Condition: condition }),
  };
}

/** The document with one statement more. */
export function withStatement(document: Document | undefined, statement: Statement): Document {
  const { Version = '2012-10-17', Statement = [] } = document ?? {};
  return { Version, Statement: [...Statement, statementOf(statement)] };
}

/** The document without the statement of that id. */
export function without(document: Document | undefined, sid: string): Document {
  const { Version = '2012-10-17', Statement = [] } = document ?? {};
  return { Version, Statement: Statement.filter((statement) => statement['Sid'] !== sid) };
}

export function rootOf(account: string): string {
  return `arn:aws:iam::${account}:root`;
}

export function roleArn(account: string, name: string): string {
  return `arn:aws:iam::${account}:role/${name}`;
}
