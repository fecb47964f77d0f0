/** `item show`: one item, now or as it was. */
import type { JsonObject } from '@security-monkey/sdk';
import { CodedError } from '../../errors/coded-error.ts';
import { createRenderIssue } from '../../front/issues/render-issue.ts';
import { systemViewer } from '../../store/viewer.ts';
import { getItem, type ItemDetail } from '../../store/views/get-item.ts';
import { getPastItem, type PastItemDetail } from '../../store/views/get-past-item.ts';
import type { ItemRelation } from '../../store/views/item-relations.ts';
import type { ItemRow } from '../../store/views/item-row.ts';
import { defineCommand } from '../command.ts';
import type { RuntimeContext } from '../context.ts';
import { actorText } from '../output/actor-text.ts';
import { issueObject } from '../output/issue-shape.ts';
import { itemObject } from '../output/item-shape.ts';
import { jsonLines } from '../output/json-lines.ts';
import { printLines } from '../output/print-lines.ts';
import { isoOrNull, showTime } from '../output/time.ts';
import { parseTime } from '../parse-time.ts';
import { requireItem } from '../resolve/require-item.ts';
import { coverageObject } from './coverage.ts';

export const itemShow = defineCommand({
  name: 'item show',
  description:
    'Shows one item: its config, what could not be read of it, its relations, its issues and the checks that could not be decided. With --as-of: as it was then.',
  needs: 'runtime',
  arguments: {
    item: { description: 'its id, its ARN or full resource name, or its name when there is only one' },
  },
  options: {
    'as-of': { value: 'TIME', description: '2026-11-01, 2026-11-01T12:00Z, or 30d for so long ago' },
  },
  run: async (context, { arguments: { item: ref }, options }) => {
    const item = await requireItem(context.runtime.db, ref);
    const asOf = options['as-of'];
    await (asOf === undefined ? showPresent(context, item) : showPast(context, item, asOf));
    return 0;
  },
});

async function showPresent({ runtime, registry, output }: RuntimeContext, { id }: ItemRow): Promise<void> {
  const { db, clock } = runtime;
  const got = await getItem(db, systemViewer, {
    ref: id,
    now: clock.now(),
    renderIssue: createRenderIssue(registry),
  });
  if (got.kind !== 'found') throw new CodedError('item_unknown', { item: id });
  await output.object(detailObject(got.item));
  await printLines(output, presentLines(got.item));
}

function detailObject({
  issues,
  undecided,
  coverage,
  relations,
  deletedAt,
  missingSince,
  observedAt,
  ...item
}: ItemDetail): JsonObject {
  const { config, ephemeral, unreadable, predecessor, ...row } = item;
  return {
    ...itemObject(row),
    deletedAt: isoOrNull(deletedAt),
    missingSince: isoOrNull(missingSince),
    observedAt: isoOrNull(observedAt),
    predecessor,
    config,
    ephemeral,
    unreadable: unreadable.map((part) => ({ ...part })),
    relations: relations.map(relationObject),
    issues: issues.map(issueObject),
    undecided: undecided.map((unknown) => ({ ...unknown, since: unknown.since.toISOString() })),
    coverage: coverage === null ? null : coverageObject(coverage),
  };
}

function relationObject(relation: ItemRelation): JsonObject {
  return { ...relation, since: relation.since.toISOString() };
}

function presentLines(item: ItemDetail): readonly (string | undefined)[] {
  const { deletedAt, missingSince, predecessor, issues, undecided, unreadable, coverage } = item;
  return [
    ...headLines(item),
    deletedAt === null ? undefined : `deleted       ${showTime(deletedAt)}`,
    missingSince === null ? undefined : `missing since ${showTime(missingSince)}, not confirmed`,
    predecessor === null ? undefined : `took the place of ${predecessor}`,
    `last looked   ${showTime(coverage?.lastComplete)}`,
    ...section(
      'issues',
      issues.map((issue) => `${issue.score} ${issue.status} ${issue.text} [${issue.check}] ${issue.id}`),
    ),
    ...section(
      'not decided, because something could not be read',
      undecided.map((unknown) => `${unknown.check}: ${unknown.path} ${unknown.message}`),
    ),
    ...section(
      'not readable',
      unreadable.map(
        (part) =>
          `${part.path}: ${part.message}${part.permission === undefined ? '' : ` (needs ${part.permission})`}`,
      ),
    ),
    ...relationLines(item.relations),
    'config',
    ...jsonLines(item.config, '  '),
    ...(Object.keys(item.ephemeral).length === 0
      ? []
      : ['kept up to date without history', ...jsonLines(item.ephemeral, '  ')]),
  ];
}

function headLines(
  item: Pick<
    ItemRow,
    | 'id'
    | 'name'
    | 'technology'
    | 'account'
    | 'region'
    | 'status'
    | 'providerName'
    | 'firstSeen'
    | 'lastChanged'
  >,
): readonly string[] {
  return [
    `${item.name}  (${item.technology} in ${item.account} ${item.region}, ${item.status})`,
    `id            ${item.id}`,
    `provider name ${item.providerName}`,
    `first seen    ${showTime(item.firstSeen)}`,
    `last changed  ${showTime(item.lastChanged)}`,
  ];
}

function relationLines(relations: readonly ItemRelation[]): readonly string[] {
  return section(
    'relations',
    relations.map((relation) => {
      const arrow = relation.direction === 'out' ? '→' : '←';
      return `${relation.name} ${arrow} ${relation.technology} ${relation.itemName ?? relation.key} since ${showTime(relation.since)}`;
    }),
  );
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

async function showPast(
  { runtime: { db, clock }, output }: RuntimeContext,
  { id, name }: ItemRow,
  text: string,
): Promise<void> {
  const asOf = parseTime(text, { option: '--as-of', now: clock.now(), direction: 'past' });
  const item = await getPastItem(db, systemViewer, { item: id, asOf });
  if (item === undefined) throw new CodedError('item_not_then', { item: name, time: showTime(asOf), id });
  await output.object(pastObject(item));
  await printLines(output, [
    ...headLines(item),
    `as of         ${showTime(asOf)}: revision ${item.revision}, valid from ${showTime(item.validFrom)}`,
    item.actor === null ? undefined : `by            ${actorText(item.actor)}`,
    ...relationLines(item.relations),
    'config',
    ...jsonLines(item.config, '  '),
  ]);
}

function pastObject({
  relations,
  unreadable,
  validFrom,
  revision,
  actor,
  config,
  ...row
}: PastItemDetail): JsonObject {
  return {
    ...itemObject(row),
    revision,
    validFrom: validFrom.toISOString(),
    actor,
    config,
    unreadable: unreadable.map((part) => ({ ...part })),
    relations: relations.map(relationObject),
  };
}
