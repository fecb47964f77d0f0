/** `user link`: the way back in for somebody without a password. */
import { defineCommand } from '../command.ts';
import { linkFor, requirePerson } from '../people/person-shape.ts';

export const userLink = defineCommand({
  name: 'user link',
  description:
    'Prints a new link that a person opens once, within three days, to set a new password; a former link is void. Their sessions end when it is used.',
  needs: 'runtime',
  arguments: { email: { description: 'their mail address' } },
  options: {},
  run: async (context, { arguments: { email } }) => {
    const person = await requirePerson(context, email);
    const link = await linkFor(context, person);
    await context.output.object({ id: person.id, link });
    await context.output.text(link);
    return 0;
  },
});
