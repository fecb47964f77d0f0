/** Actions that carry data out of an account: they read its content, or copy it to where others read it. */
import { actionKey } from './action-key.ts';
import { findUse } from './find-use.ts';
import type { Permissions } from './permissions.ts';

/** Source: the service authorization reference, https://docs.aws.amazon.com/service-authorization/latest/reference/ */
export const exfiltrationActions: readonly string[] = [
  'athena:GetQueryResults',
  'codecommit:GitPull',
  'dynamodb:BatchGetItem',
  'dynamodb:ExportTableToPointInTime',
  'dynamodb:GetItem',
  'dynamodb:PartiQLSelect',
  'dynamodb:Query',
  'dynamodb:Scan',
  'ebs:GetSnapshotBlock',
  'ec2:ModifyImageAttribute',
  'ec2:ModifySnapshotAttribute',
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer',
  'kinesis:GetRecords',
  'logs:GetLogEvents',
  'rds:ModifyDBClusterSnapshotAttribute',
  'rds:ModifyDBSnapshotAttribute',
  'rds:StartExportTask',
  'rds-data:ExecuteStatement',
  'redshift-data:GetStatementResult',
  's3:GetObject',
  's3:GetObjectVersion',
  'secretsmanager:BatchGetSecretValue',
  'secretsmanager:GetSecretValue',
  'sqs:ReceiveMessage',
  'ssm:GetParameter',
  'ssm:GetParameterHistory',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
];

/** Those of the list that are allowed on something that may exist. */
export function exfiltrations(permissions: Permissions): readonly string[] {
  return exfiltrationActions.filter(
    (action) => findUse(permissions, { key: actionKey(action) }) !== undefined,
  );
}
