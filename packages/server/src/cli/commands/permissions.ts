/** `permissions`: the least-privilege role of an account type. */

import { CodedError } from '../../errors/coded-error.ts';
import { requireAccountType } from '../../front/accounts/require-account-type.ts';
import { awsCloudFormation, awsPolicy, awsTerraform } from '../../front/permissions/aws-role.ts';
import { permissionsOf, policyParts } from '../../front/permissions/permissions-of.ts';
import { defineCommand } from '../command.ts';

const formats = ['json', 'cloudformation', 'terraform', 'gcloud'] as const;

export const permissions = defineCommand({
  name: 'permissions',
  description:
    'Prints what Security Monkey needs to be allowed in a watched account: the permissions of the account type and of all its watchers, all of them read-only. Under --json: one permission a line.',
  needs: 'catalogue',
  arguments: { type: { description: 'the account type, such as aws' } },
  options: {
    format: { value: 'FORMAT', description: 'the form in which the role is to be created', choices: formats },
  },
  examples: [
    'permissions aws --format cloudformation > role.json',
    'permissions aws --format terraform > role.tf',
  ],
  run: async ({ registry, output }, input) => {
    const type = requireAccountType(registry, input.arguments.type);
    const all = permissionsOf(registry, type);
    for (const permission of all) await output.object({ permission });
    const text = render(type.id, all, input.options.format ?? 'json');
    for (const line of text.split('\n')) await output.text(line);
    return 0;
  },
});

function render(type: string, all: readonly string[], format: string): string {
  if (format === 'json' && type !== 'aws') return JSON.stringify({ permissions: all }, null, 2);
  const hint =
    format === 'gcloud'
      ? 'gcloud is for Google Cloud projects; for aws there are json, cloudformation and terraform.'
      : 'It is given as json only.';
  if (type !== 'aws' || format === 'gcloud') throw new CodedError('format_unknown', { type, format, hint });
  if (format === 'cloudformation') return JSON.stringify(awsCloudFormation(all), null, 2);
  if (format === 'terraform') return awsTerraform(all);
  const parts = policyParts(all).map((part) => JSON.stringify(awsPolicy(part), null, 2));
  return parts.join('\n');
}
