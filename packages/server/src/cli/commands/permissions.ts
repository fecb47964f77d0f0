/** `permissions`: the least-privilege role of an account type. */
import { roleFormats } from '@security-monkey/sdk';
import { requireAccountType } from '../../front/accounts/require-account-type.ts';
import { permissionsOf } from '../../front/permissions/permissions-of.ts';
import { renderRole } from '../../front/permissions/render-role.ts';
import { defineCommand } from '../command.ts';
import { exitCodeOf } from '../exit-code-of.ts';

export const permissions = defineCommand({
  name: 'permissions',
  description:
    'Prints what Security Monkey needs to be allowed in a watched account: the permissions of the account type and of all its watchers, all of them read-only. Under --json: one permission a line.',
  needs: 'catalogue',
  arguments: { type: { description: 'the account type, such as aws' } },
  options: {
    format: {
      value: 'FORMAT',
      description: 'the form in which the role is to be created',
      choices: roleFormats,
    },
  },
  examples: [
    'permissions aws --format cloudformation > role.json',
    'permissions aws --format terraform > role.tf',
    'permissions gcp --format gcloud',
  ],
  run: async ({ registry, output }, input) => {
    const type = requireAccountType(registry, input.arguments.type);
    const all = permissionsOf(registry, type);
    for (const permission of all) await output.object({ permission });
    const format = roleFormats.find((one) => one === input.options.format) ?? 'json';
    const text = renderRole(registry, { type, permissions: all, format });
    for (const line of text.split('\n')) await output.text(line);
    return exitCodeOf(registry);
  },
});
