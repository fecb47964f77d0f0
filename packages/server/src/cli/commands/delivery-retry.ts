/** `delivery retry`: tries messages again that were given up. */
import { CodedError } from '../../errors/coded-error.ts';
import { reviveMessages } from '../../store/messages.ts';
import { defineCommand } from '../command.ts';
import { isUuid } from '../resolve/is-uuid.ts';

export const deliveryRetry = defineCommand({
  name: 'delivery retry',
  description:
    'Makes messages to people that were given up due again, with all their attempts before them: one, or all of them.',
  needs: 'runtime',
  arguments: {
    message: { description: 'its id, as deliveries shows it; all when left out', optional: true },
  },
  options: {},
  run: async ({ runtime: { db, clock }, output }, { arguments: { message } }) => {
    const id = message?.toLowerCase();
    if (id !== undefined && !isUuid(id)) throw new CodedError('message_unknown', { message: id });
    const revived = await reviveMessages(db, clock.now(), id);
    if (id !== undefined && revived === 0) throw new CodedError('message_unknown', { message: id });
    await output.object({ retried: revived });
    await output.text(
      revived === 0 ? 'None was given up.' : `${revived} due again; start and worker send them.`,
    );
    return 0;
  },
});
