/** Checks what a person says about an account against its type. */
import type { AccountType, JsonObject } from '@security-monkey/sdk';
import { z } from 'zod';
import { CodedError } from '../../errors/coded-error.ts';
import type { AccountDraft } from './account-draft.ts';

/** The draft in its one form (identifier, fields with their defaults left out); a usage error for what is wrong in it. */
export function checkDraft(type: AccountType, draft: AccountDraft): AccountDraft {
  const name = draft.name.trim();
  if (!/^[^\p{C}]{1,100}$/u.test(name))
    throw new CodedError('field_invalid', {
      field: 'name',
      problem: 'it must have 1 to 100 characters that can be shown',
      type: type.id,
      known: 'name, notes and those of --field',
    });
  return {
    ...draft,
    name,
    identifier: checkIdentifier(type, draft.identifier),
    fields: checkFields(type, draft.fields),
  };
}

function checkIdentifier(type: AccountType, text: string): string {
  const parsed = type.identifier.parse(text);
  if ('value' in parsed) return parsed.value;
  const { label, example } = type.identifier;
  throw new CodedError('identifier_invalid', {
    identifier: text,
    label: label.toLowerCase(),
    problem: parsed.problem.replace(/\.$/, ''),
    example,
  });
}

/** As typed: defaults stay with the type, so that a later default reaches accounts that never chose. */
function checkFields(type: AccountType, fields: JsonObject): JsonObject {
  const schema: z.ZodType = type.fields;
  const parsed = schema.safeParse(fields);
  if (parsed.success) return fields;
  const [issue] = parsed.error.issues;
  const field = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : (issue?.path.join('.') ?? '');
  throw new CodedError('field_invalid', {
    field,
    problem: issue?.code === 'unrecognized_keys' ? 'there is no such field' : (issue?.message ?? 'invalid'),
    type: type.id,
    known: fieldNames(schema).join(', '),
  });
}

function fieldNames(schema: z.ZodType): readonly string[] {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.keys(described.properties ?? {});
}
