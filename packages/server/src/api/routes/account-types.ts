/** Account types: what accounts can be added, and the role that each needs. */
import { roleFormats } from '@security-monkey/sdk';
import { z } from 'zod';
import { requireAccountType } from '../../front/accounts/require-account-type.ts';
import { permissionsOf } from '../../front/permissions/permissions-of.ts';
import { renderRole, roleFormatsOf } from '../../front/permissions/render-role.ts';
import { defineRoute } from '../route.ts';
import { accountTypeSchema } from '../schema/account.ts';
import { jsonSchemaOf } from '../schema/json-schema.ts';

const tag = 'Accounts';

export const getAccountTypes = defineRoute({
  method: 'GET',
  path: '/account-types',
  tag,
  summary: 'What kinds of accounts can be watched, with the fields of each.',
  role: 'view',
  response: z.object({ rows: z.array(accountTypeSchema).readonly() }),
  run: async ({ api: { runtime } }) => ({
    rows: runtime.registry.allAccountTypes.map((type) => ({
      id: type.id,
      title: type.title,
      extends: type.extends ?? null,
      identifier: { label: type.identifier.label, example: type.identifier.example },
      fields: jsonSchemaOf(type.fields),
      permissions: permissionsOf(runtime.registry, type),
      roleFormats: roleFormatsOf(runtime.registry, type),
    })),
  }),
});

export const getRole = defineRoute({
  method: 'GET',
  path: '/account-types/:type/role',
  tag,
  summary: 'The least-privilege role that watching such an account takes, ready to be created.',
  role: 'view',
  params: z.object({ type: z.string() }),
  query: z.strictObject({ format: z.enum(roleFormats).default('json') }),
  response: z.object({ text: z.string() }),
  run: async ({ api: { runtime }, params, query }) => {
    const type = requireAccountType(runtime.registry, params.type);
    const permissions = permissionsOf(runtime.registry, type);
    return { text: renderRole(runtime.registry, { type, permissions, format: query.format }) };
  },
});
