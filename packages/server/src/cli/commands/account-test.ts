/** `account test`: names the permission that is missing. */
import { failureHint } from '../../errors/failure-hint.ts';
import { type Trial, tryAccount } from '../../front/accounts/try-account.ts';
import { defineCommand } from '../command.ts';
import { printLines } from '../output/print-lines.ts';
import { requireAccount } from '../resolve/require-account.ts';

export const accountTest = defineCommand({
  name: 'account test',
  description:
    'Signs in to an account, then lists every technology and describes one item of it in the home region, recording nothing; names each permission that was refused. Exit code 1 when there was one. Under --json: one line for every operation that watching the account uses.',
  needs: 'runtime',
  arguments: { account: { description: 'its name, identifier or id' } },
  options: {},
  run: async ({ runtime, output, signal }, { arguments: words }) => {
    const account = await requireAccount(runtime.db, words.account);
    const trials: Trial[] = [];
    for await (const trial of tryAccount({ runtime, account, signal })) {
      trials.push(trial);
      await output.object(trial);
      output.notice({ text: `tried ${trial.operation ?? 'to connect'}`, lasting: false });
    }
    const bad = trials.filter(({ outcome }) => outcome === 'refused' || outcome === 'failed');
    await printLines(output, bad.flatMap(problemLines));
    const count = (outcome: Trial['outcome']) => trials.filter((trial) => trial.outcome === outcome).length;
    await output.text(
      `${account.name}: ${count('allowed')} operations allowed, ${count('refused')} refused, ${count('failed')} failed, ${count('untried')} not tried for want of something to try them on.`,
    );
    return bad.length === 0 ? 0 : 1;
  },
});

function problemLines({
  technology,
  operation,
  permission,
  message,
  class: failureClass,
}: Trial): readonly string[] {
  const where = technology === null ? '' : ` (${technology})`;
  const hint = failureHint({
    class: failureClass ?? 'defect',
    ...(permission === null ? {} : { permission }),
  });
  return [`${operation ?? 'Connecting'}${where}: ${message}`, `  ${hint}`];
}
