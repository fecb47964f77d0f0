/** `issue justify`: accepts an issue for its present evidence. */
import { justifyIssue } from '../../engine/audit/decide-issue.ts';
import { requireDecision } from '../../front/issues/require-decision.ts';
import { systemViewer } from '../../store/viewer.ts';
import { defineCommand } from '../command.ts';
import { parseTime } from '../parse-time.ts';

export const issueJustify = defineCommand({
  name: 'issue justify',
  description:
    'Accepts an issue for the evidence that it has now: wider evidence opens it again. On a justified one the reason and the end are replaced.',
  needs: 'runtime',
  arguments: { issue: { description: 'its id' } },
  options: {
    reason: { value: 'TEXT', description: 'why it is acceptable', required: true },
    until: {
      value: 'TIME',
      description: 'when the acceptance ends: 2026-12-31, or 90d from now; never unless given',
    },
  },
  examples: ["issue justify 0192d3a0-0000-7000-8000-000000000001 --reason 'public by design' --until 90d"],
  run: async ({ runtime, author, output }, { arguments: { issue: issueId }, options: { reason, until } }) => {
    const now = runtime.clock.now();
    const end =
      until === undefined ? undefined : parseTime(until, { option: '--until', now, direction: 'future' });
    const decision = await justifyIssue(
      runtime,
      { viewer: systemViewer, name: author },
      { issueId, reason, ...(end === undefined ? {} : { until: end }) },
    );
    const status = requireDecision(decision, issueId);
    await output.object({ id: issueId, status });
    await output.text(end === undefined ? 'Justified.' : `Justified until ${end.toISOString()}.`);
    return 0;
  },
});
