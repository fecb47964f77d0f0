/** `user update`: changes what a person may do and see. */
import { changePerson } from '../../front/people/people.ts';
import { defineCommand } from '../command.ts';
import { accountsNamed, personObject, requirePerson, roleNamed, roleNames } from '../people/person-shape.ts';

const yesNo = ['yes', 'no'] as const;

export const userUpdate = defineCommand({
  name: 'user update',
  description:
    'Changes a person’s role or the accounts that they may see, or keeps them from signing in, which ends their sessions at once. Somebody who can administrate everything always stays.',
  needs: 'runtime',
  arguments: { email: { description: 'their mail address' } },
  options: {
    role: { value: 'ROLE', description: 'what they may do', choices: roleNames },
    account: {
      value: 'ACCOUNT',
      description: 'the accounts that they may see, in place of those before (repeatable)',
      repeat: true,
    },
    'all-accounts': { description: 'they may see all accounts' },
    active: { value: 'YES|NO', description: 'whether they may sign in', choices: yesNo },
  },
  examples: ['user update ada@example.com --role justify', 'user update ada@example.com --active no'],
  run: async (context, { arguments: { email }, options }) => {
    const { id } = await requirePerson(context, email);
    const person = await changePerson(context.runtime.db, id, {
      role: roleNamed(options.role),
      accounts: options['all-accounts'] ? 'all' : await accountsNamed(context, options.account),
      active: options.active === undefined ? undefined : options.active === 'yes',
    });
    await context.output.object(personObject(person));
    await context.output.text(`Changed ${person.name}.`);
    return 0;
  },
});
