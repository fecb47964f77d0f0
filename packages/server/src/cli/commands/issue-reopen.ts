/** `issue reopen`: takes a justification back. */
import { reopenIssue } from '../../engine/audit/decide-issue.ts';
import { requireDecision } from '../../front/issues/require-decision.ts';
import { systemViewer } from '../../store/viewer.ts';
import { defineCommand } from '../command.ts';

export const issueReopen = defineCommand({
  name: 'issue reopen',
  description: 'Takes the justification of an issue back: it is open again.',
  needs: 'runtime',
  arguments: { issue: { description: 'its id' } },
  options: { reason: { value: 'TEXT', description: 'why, for its history' } },
  run: async ({ runtime, author, output }, { arguments: { issue: issueId }, options: { reason } }) => {
    const decision = await reopenIssue(
      runtime,
      { viewer: systemViewer, name: author },
      { issueId, ...(reason === undefined ? {} : { reason }) },
    );
    const status = requireDecision(decision, issueId);
    await output.object({ id: issueId, status });
    await output.text('Reopened.');
    return 0;
  },
});
