/** Makes checks on a switch in the metadata of an instance. */
import { type CheckTexts, defineCheck, type JsonObject } from '@security-monkey/sdk';
import type { InstanceConfig } from '../config.ts';
import { instanceWithMetadata } from '../example.ts';
import { computeInstance } from '../watcher.ts';
import { metadataSwitch } from './metadata.ts';

type SwitchRule = CheckTexts & {
  readonly name: string;
  /** The key in the metadata. */
  readonly key: string;
  /** Whether it must not be on, or must be; or must not be switched off where it is said at all. */
  readonly must: 'not be on' | 'be on' | 'not be off';
  readonly isExempt?: (config: InstanceConfig) => boolean;
  readonly good?: readonly { readonly name: string; readonly config: JsonObject }[];
};

export function metadataSwitchCheck({ name, key, must, isExempt, good = [], ...rule }: SwitchRule) {
  const reports = [{ message: 'set' as const, subject: { setting: key } }];
  const [on, off, unsaid] = [
    { name: 'switched on', config: instanceWithMetadata({ [key]: 'TRUE' }) },
    { name: 'switched off', config: instanceWithMetadata({ [key]: 'false' }) },
    { name: 'not said', config: instanceWithMetadata({ 'enable-guest-attributes': 'TRUE' }) },
  ];
  const examples = {
    'not be on': {
      good: [off, unsaid],
      bad: [on, { name: 'switched on by a number', config: instanceWithMetadata({ [key]: '1' }) }],
    },
    'be on': { good: [on], bad: [off, unsaid] },
    'not be off': { good: [on, unsaid], bad: [off] },
  }[must];
  return defineCheck({
    id: `gcp.compute-instance.${name}`,
    watcher: computeInstance,
    version: 1,
    ...rule,
    messages: { set: `The metadata {setting} must ${must}, and {value}` },
    examples: {
      good: [...examples.good, ...good],
      bad: examples.bad.map((example) => ({ ...example, reports })),
    },
    run: ({ config, report }) => {
      const found = metadataSwitch(config.metadata, key);
      if (isMet(must, found?.isOn) || isExempt?.(config) === true) return;
      report('set', {
        subject: { setting: key },
        evidence: [
          found === undefined
            ? { path: '/name', value: config.name }
            : { path: `/metadata/items/${found.at}`, value: { key, value: found.value } },
        ],
        details: { value: found === undefined ? 'is not there' : `is ${found.value}` },
      });
    },
  });
}

function isMet(must: SwitchRule['must'], isOn: boolean | undefined): boolean {
  if (must === 'not be on') return isOn !== true;
  return must === 'be on' ? isOn === true : isOn !== false;
}
