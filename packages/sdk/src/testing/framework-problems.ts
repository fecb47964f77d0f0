/** What must be true of compliance frameworks and of the checks that name them. */
import { checksOf, type Framework } from '../define/framework.ts';
import type { Plugin } from '../define/plugin.ts';

/** One line for each disagreement between the controls and the checks, and for each control that is told twice or not judged without a reason. */
export function frameworkProblems(plugin: Plugin, frameworks: readonly Framework[]): readonly string[] {
  const ofControls = frameworks.flatMap((framework) => pairsOfControls(plugin, framework));
  const ofChecks = plugin.checks.flatMap((check) =>
    Object.entries(check.frameworks).flatMap(([id, controls]) =>
      controls.map((control) => `${id} ${control}: ${check.id}`),
    ),
  );
  return [
    ...lackedBy(ofChecks, ofControls).map((pair) => `${pair} does not say that it judges the control`),
    ...lackedBy(ofControls, ofChecks).map((pair) => `${pair} is not named by the control`),
    ...frameworks.flatMap(controlProblems),
  ];
}

/** Only of technologies that are watched: a control may name checks of one that comes later. */
function pairsOfControls({ watchers }: Plugin, { id, controls }: Framework): readonly string[] {
  const watched = new Set(watchers.map((watcher) => watcher.id));
  return controls.flatMap((control) =>
    checksOf(control)
      .filter((check) => watched.has(check.slice(0, check.lastIndexOf('.'))))
      .map((check) => `${id} ${control.id}: ${check}`),
  );
}

function controlProblems({ id, controls }: Framework): readonly string[] {
  const ids = controls.map((control) => control.id);
  const repeated = ids.filter((one, index) => ids.indexOf(one) < index);
  const silent = controls.filter((control) =>
    'checks' in control ? control.checks.length === 0 : control.open.trim() === '',
  );
  return [
    ...repeated.map((control) => `${id} has the control ${control} more than once`),
    ...silent.map((control) => `${id} ${control.id} has neither checks nor a reason`),
  ];
}

function lackedBy(list: readonly string[], wanted: readonly string[]): readonly string[] {
  return wanted.filter((one) => !list.includes(one));
}
