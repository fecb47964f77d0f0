/** The row of the root user in a credential report. */
import { type JsonObject, OperationError } from '@security-monkey/sdk';

const operation = 'iam:GetCredentialReport';

/**
 * The row by its column names, from the CSV text that the answer holds in base64. No value of the columns up to the root row has a comma:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
 * @throws OperationError when the report has no such row: then nothing is known of the root user.
 */
export function rootRow({ Content }: JsonObject): JsonObject {
  const text = typeof Content === 'string' ? Buffer.from(Content, 'base64').toString('utf8') : '';
  const [header = '', ...rows] = text.split(/\r?\n/);
  const row = rows.find((line) => line.startsWith('<root_account>,'));
  const columns = header.split(',');
  const values = row?.split(',') ?? [];
  if (values.length === columns.length)
    return Object.fromEntries(columns.map((name, at) => [name, values[at] ?? '']));
  throw new OperationError({
    class: 'invalid_response',
    message: 'The credential report has no whole row of the root user',
    operation,
  });
}
