/** `user add`: one more person who may sign in. */
import { emailAddress, personName } from '../../api/schema/person.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { addPerson } from '../../front/people/people.ts';
import { defineCommand } from '../command.ts';
import { accountsNamed, linkFor, personObject, roleNamed, roleNames } from '../people/person-shape.ts';

export const userAdd = defineCommand({
  name: 'user add',
  description:
    'Lets a person sign in to the pages. Prints a link that they open once, within three days, to set a password.',
  needs: 'runtime',
  arguments: { email: { description: 'their mail address' } },
  options: {
    name: { value: 'NAME', description: 'their name', required: true },
    role: { value: 'ROLE', description: 'what they may do (view unless given)', choices: roleNames },
    account: {
      value: 'ACCOUNT',
      description: 'an account that they may see (repeatable); all accounts when left out',
      repeat: true,
    },
  },
  examples: ['user add ada@example.com --name Ada --role admin'],
  run: async (context, { arguments: words, options }) => {
    const person = await addPerson(context.runtime, {
      email: parsed('address', emailAddress.safeParse(words.email.trim())),
      name: parsed('name', personName.safeParse(options.name)),
      role: roleNamed(options.role) ?? 'view',
      accounts: (await accountsNamed(context, options.account)) ?? 'all',
    });
    const link = await linkFor(context, person);
    await context.output.object({ ...personObject(person), link });
    await context.output.text(`${person.name} may sign in once they have opened this link: ${link}`);
    return 0;
  },
});

type Parsed =
  | { readonly success: true; readonly data: string }
  | {
      readonly success: false;
      readonly error: { readonly issues: readonly { readonly message: string }[] };
    };

function parsed(what: string, result: Parsed): string {
  if (result.success) return result.data;
  const problem = `the ${what} is wrong: ${result.error.issues[0]?.message ?? 'invalid'}`;
  throw new CodedError('usage', { problem, command: 'security-monkey user add' });
}
