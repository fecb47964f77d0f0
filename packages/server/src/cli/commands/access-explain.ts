/** `access explain`: whom a resource policy lets in, and why, of an item or of a file. */
import {
  type ExplainedGrant,
  type ExplainedPolicy,
  explainPolicy,
  isJsonObject,
  surroundingsOfWorld,
} from '@security-monkey/sdk';
import { loadAuditContext } from '../../engine/audit/audit-context.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { createRenderIssue } from '../../front/issues/render-issue.ts';
import type { Row } from '../../store/schema.ts';
import { systemViewer } from '../../store/viewer.ts';
import { findItem } from '../../store/views/find-item.ts';
import { getItem } from '../../store/views/get-item.ts';
import { defineCommand } from '../command.ts';
import type { RuntimeContext } from '../context.ts';
import { printLines } from '../output/print-lines.ts';
import { parseJsonText } from '../parse-json.ts';
import { type FoundPolicy, policiesIn } from '../resolve/policies-in.ts';
import { requireAccount } from '../resolve/require-account.ts';
import { requireItem } from '../resolve/require-item.ts';

type Subject = {
  /** The account that has the policy; undefined when nobody said which. */
  readonly owner: Row<'account'> | undefined;
  readonly policies: readonly FoundPolicy[];
  /** Parts of the config that could not be collected: a policy may lie in them. */
  readonly unread: readonly string[];
};

export const accessExplain = defineCommand({
  name: 'access explain',
  description:
    'Says of each grant of a resource policy who may do what, what holds callers back and what only seems to. The policy alone is judged: what else decides, such as ACLs, Block Public Access or organisation policies, is not looked at. Exit code 1 when a policy could not be read.',
  needs: 'runtime',
  arguments: {
    target: { description: 'an item (id, ARN or name), or a JSON file with a policy, - for standard input' },
  },
  options: {
    account: {
      value: 'NAME',
      description: 'whose policy the file holds; without it, every account is another one',
    },
  },
  examples: ['access explain my-bucket', 'access explain policy.json --account prod'],
  run: async (context, { arguments: { target }, options }) => {
    const subject = await subjectOf(context, target, options.account);
    const { worldFor } = await loadAuditContext(context.runtime);
    const around = surroundingsOfWorld(subject.owner?.identifier ?? '', worldFor(subject.owner));
    let isWhole = subject.unread.length === 0;
    for (const { path, document } of subject.policies) {
      const explained = explainPolicy(document, around, context.runtime.clock.now().getTime());
      isWhole &&= explained !== undefined && explained.malformed.length === 0;
      await show(context, path, explained);
    }
    if (subject.policies.length === 0 && isWhole)
      await context.output.text('There is no resource policy: it lets nobody in.');
    await printLines(context.output, subject.unread);
    return isWhole ? 0 : 1;
  },
});

async function subjectOf(
  context: RuntimeContext,
  target: string,
  account: string | undefined,
): Promise<Subject> {
  const { db } = context.runtime;
  const isItem = target !== '-' && (await findItem(db, systemViewer, target)).kind !== 'none';
  if (isItem) return itemSubject(context, target);
  const text = await context.readText(target);
  const document = parseJsonText(text, (problem) => ['file_invalid', { path: target, problem }]);
  const owner = account === undefined ? undefined : await requireAccount(db, account);
  const found = policiesIn(document);
  if (found.length > 0) return { owner, policies: found, unread: [] };
  // Of anything else it must not be said that it lets nobody in.
  const isOther = isJsonObject(document) && !('Statement' in document);
  return isOther
    ? { owner, policies: [], unread: ['unknown: the file holds no resource policy'] }
    : { owner, policies: [{ path: '', document }], unread: [] };
}

async function itemSubject({ runtime, registry }: RuntimeContext, target: string): Promise<Subject> {
  const { id } = await requireItem(runtime.db, target);
  const renderIssue = createRenderIssue(registry);
  const got = await getItem(runtime.db, systemViewer, { ref: id, now: runtime.clock.now(), renderIssue });
  if (got.kind !== 'found') throw new CodedError('item_unknown', { item: target });
  const { config, unreadable, account } = got.item;
  const owner = await requireAccount(runtime.db, account);
  const unread = unreadable.map(
    ({ path, class: failureClass, permission }) =>
      `unknown: ${path} could not be collected (${failureClass}${permission === undefined ? '' : `, needs ${permission}`})`,
  );
  return { owner, policies: policiesIn(config), unread };
}

async function show(
  { output }: RuntimeContext,
  path: string,
  explained: ExplainedPolicy | undefined,
): Promise<void> {
  const place = path === '' ? 'The policy' : `The policy at ${path}`;
  if (explained === undefined)
    return output.text(`unknown: ${place.replace('The', 'the')} is no policy document`);
  for (const { actions, ...grant } of explained.grants)
    await output.object({ policy: path, ...JSON.parse(JSON.stringify(grant)), actions: { ...actions } });
  await output.text(
    explained.grants.length === 0
      ? `${place} lets nobody in.`
      : `${place} has ${explained.grants.length} ${explained.grants.length === 1 ? 'grant' : 'grants'}:`,
  );
  for (const grant of explained.grants) await printLines(output, ['', ...linesOf(grant)]);
  await printLines(
    output,
    explained.malformed.map((problem) => `malformed: ${problem}`),
  );
}

function headOf({ isPublic, isOpenFederation, isExternal, isForAnybody }: ExplainedGrant): string {
  if (isPublic) return 'PUBLIC';
  if (isOpenFederation) return 'OPEN TO EVERY TENANT';
  if (isExternal) return 'EXTERNAL';
  return isForAnybody ? 'BY A SERVICE, FOR ANYBODY' : 'closed';
}

function linesOf(grant: ExplainedGrant): readonly string[] {
  const classes = grant.classes.length === 0 ? '' : ` (${grant.classes.join(', ')})`;
  return [`${headOf(grant)}${classes}`, ...grant.sentences.map((sentence) => `  ${sentence}`)];
}
