/** Law 11: read-only. Whatever the built-in plugins may call, and whatever role they ask for, only looks at configurations. */

import type { Plugin } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import aws from '../../packages/aws/src/index.ts';
import gcp from '../../packages/gcp/src/index.ts';
import { createRegistry } from '../../packages/server/src/engine/registry.ts';
import { permissionsOf } from '../../packages/server/src/front/permissions/permissions-of.ts';

const registry = createRegistry([aws, gcp]);

const declaredBy = ({ accountTypes, watchers }: Plugin) =>
  [...accountTypes, ...watchers].flatMap(({ id, permissions }) =>
    Object.entries<string>(permissions).map(([operation, permission]) => ({ id, operation, permission })),
  );
const declared = declaredBy(aws);
const declaredOfGcp = declaredBy(gcp);

/** What only looks. */
const reading = /^[a-z0-9-]+:(?:Get|List|Describe|Head|BatchGet|Search|Lookup)[A-Z][A-Za-z0-9]*$/;

/**
 * Reads in spite of their names. A credential report is compiled for whoever asks; nothing in the account changes, and AWS
 * counts the action as Read: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
const alsoReading = new Set(['iam:GenerateCredentialReport']);

/** Looks, but at contents instead of configurations, or hands out credentials. */
const dataPlane = [
  's3:GetObject',
  's3:GetObjectVersion',
  's3:GetObjectTorrent',
  's3:HeadObject',
  's3:ListMultipartUploadParts',
  'secretsmanager:GetSecretValue',
  'secretsmanager:BatchGetSecretValue',
  'secretsmanager:GetRandomPassword',
  'lambda:GetFunction',
  'lambda:GetLayerVersion',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  'ssm:GetParameterHistory',
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:GetRecords',
  'kinesis:GetRecords',
  'logs:GetLogEvents',
  'logs:GetLogRecord',
  'logs:GetQueryResults',
  'athena:GetQueryResults',
  'ecr:GetAuthorizationToken',
  'ecr:GetDownloadUrlForLayer',
  'ecr:BatchGetImage',
  'codecommit:GetBlob',
  'codecommit:GetFile',
  'codeartifact:GetAuthorizationToken',
  'ec2:GetPasswordData',
  'ec2:GetConsoleOutput',
  'ec2:GetConsoleScreenshot',
  'apigateway:GetApiKeys',
  'redshift:GetClusterCredentials',
  'rds:DownloadDBLogFilePortion',
  'sts:GetSessionToken',
  'sts:GetFederationToken',
  'cognito-identity:GetCredentialsForIdentity',
  'sso:GetRoleCredentials',
  'glacier:GetJobOutput',
  'workmail:GetRawMessageContent',
];

describe('the AWS plugin', () => {
  it('has watchers whose calls are looked at here', () => {
    expect(declared.length).toBeGreaterThan(20);
    expect(new Set(declared.map(({ id }) => id)).size).toBe(aws.accountTypes.length + aws.watchers.length);
  });

  it.each(declared)('$id: $operation by $permission reads a configuration', ({ operation, permission }) => {
    expect(alsoReading.has(operation) || reading.test(operation)).toBe(true);
    expect(alsoReading.has(permission) || reading.test(permission)).toBe(true);
    expect(dataPlane).not.toContain(operation);
    expect(dataPlane).not.toContain(permission);
  });
});

/** Google's: https://cloud.google.com/iam/docs/permissions-reference */
const contentsOfGcp = [
  'storage.objects.get',
  'secretmanager.versions.access',
  'bigquery.tables.getData',
  'bigquery.jobs.create',
  'pubsub.subscriptions.consume',
  'logging.logEntries.list',
  'logging.privateLogEntries.list',
  'cloudsql.instances.connect',
  'cloudfunctions.functions.sourceCodeGet',
  'compute.instances.getSerialPortOutput',
  'compute.instances.getScreenshot',
  'iam.serviceAccounts.getAccessToken',
  'iam.serviceAccounts.getOpenIdToken',
];

describe('the Google Cloud plugin', () => {
  it('has watchers whose calls are looked at here', () => {
    expect(new Set(declaredOfGcp.map(({ id }) => id)).size).toBe(
      gcp.accountTypes.length + gcp.watchers.length,
    );
  });

  it.each(declaredOfGcp)(
    '$id: $operation by $permission reads a configuration',
    ({ operation, permission }) => {
      // Behind # stands which of several permissions of the one method is meant.
      const [method] = operation.split('#');
      expect(method).toMatch(/^[a-z]+:(?:\w+\.)*(?:get|list|search|aggregatedList|batchGet)[A-Za-z]*$/);
      expect(permission).toMatch(/^[a-z]+\.(?:\w+\.)*(?:get|list|search|export)[A-Za-z]*$/);
      expect(contentsOfGcp).not.toContain(permission);
    },
  );
});

describe('the generated role for AWS', () => {
  const type = registry.accountType('aws');
  const permissions = type === undefined ? [] : permissionsOf(registry, type);
  const expected = new Set(declared.map(({ permission }) => permission));
  /** Assuming the role is what its trust allows; it is no permission of the role. */
  const trust = ['sts:AssumeRole', 'sts:ExternalId'];

  it('has exactly what the watchers declare', () => {
    expect(new Set(permissions)).toEqual(expected);
  });

  it.each(['json', 'cloudformation', 'terraform'] as const)(
    'as %s names nothing else, and no wildcard',
    (format) => {
      const text = type?.roles?.[format]?.(permissions) ?? '';
      const actions = text.match(/"[a-z0-9-]+:[A-Za-z*]+"/g) ?? [];
      const named = new Set(actions.map((action) => action.slice(1, -1)));
      expect(named.difference(new Set(trust))).toEqual(expected);
      expect(text).not.toMatch(/"[a-z0-9-]*:[A-Za-z]*\*"|"Action":\s*"\*"|NotAction/);
    },
  );
});

describe.each(gcp.accountTypes.map((type) => [type.id, type] as const))(
  'the generated role for %s',
  (_, type) => {
    const permissions = permissionsOf(registry, type);

    it.each(['json', 'terraform', 'gcloud'] as const)(
      'as %s names nothing else, and no wildcard',
      (format) => {
        const text = type.roles?.[format]?.(permissions) ?? '';
        const named = text.match(/\b[a-z]+(?:\.[a-zA-Z]+)+\.[a-z][a-zA-Z]*\b/g) ?? [];
        const isAbove = (permission: string) => !text.includes(permission);
        expect(
          named.filter(
            (name) => !permissions.includes(name) && /^(compute|storage|iam|resourcemanager)\./.test(name),
          ),
        ).toEqual([]);
        expect(permissions.filter(isAbove).filter((one) => !one.startsWith('resourcemanager.'))).toEqual([]);
        expect(text).not.toMatch(/\*|roles\/(owner|editor|viewer)/);
      },
    );
  },
);
