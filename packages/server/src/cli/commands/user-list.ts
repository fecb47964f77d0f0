/** `user list`. */
import { listUsers } from '../../store/users.ts';
import { systemViewer } from '../../store/viewer.ts';
import { defineCommand } from '../command.ts';
import { personObject, personTable } from '../people/person-shape.ts';

export const userList = defineCommand({
  name: 'user list',
  description: 'Lists the people who may sign in to the pages, by address.',
  needs: 'runtime',
  arguments: {},
  options: {},
  run: async ({ runtime, output }) => {
    const people = await listUsers(runtime.db, systemViewer);
    const count = await output.rows(people, { columns: personTable, object: personObject });
    if (count === 0)
      await output.text('Nobody yet. The link that start prints makes the first administrator.');
    return 0;
  },
});
