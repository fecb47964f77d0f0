/** Virtual machines whose memory is not encrypted. */
import { defineCheck, type JsonObject } from '@security-monkey/sdk';
import { instance } from '../example.ts';
import { computeInstance } from '../watcher.ts';

const confidential = (config: JsonObject) => instance({ confidentialInstanceConfig: config });
const reports = [{ message: 'off' as const, subject: { setting: 'confidential computing' } }];

export const confidentialComputingOff = defineCheck({
  id: 'gcp.compute-instance.confidential-computing-off',
  watcher: computeInstance,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'The memory of the machine is not encrypted',
  why: 'Confidential computing keeps memory encrypted by a key that only the processor has. It matters for machines that work on what nobody else may see; justify the others.',
  fix: 'Make the machine anew as a Confidential VM of a machine type that supports it.',
  links: ['https://cloud.google.com/confidential-computing/confidential-vm/docs/confidential-vm-overview'],
  frameworks: { 'cis-gcp-5.0': ['4.11'] },
  messages: { off: 'The {setting} is not on' },
  examples: {
    good: [
      { name: 'switched on', config: confidential({ enableConfidentialCompute: true }) },
      { name: 'switched on by its kind', config: confidential({ confidentialInstanceType: 'TDX' }) },
    ],
    bad: [
      { name: 'switched off', config: confidential({ enableConfidentialCompute: false }), reports },
      { name: 'not said', config: instance({}), reports },
    ],
  },
  run: ({ config, report }) => {
    const {
      confidentialInstanceConfig: { enableConfidentialCompute: isOn, confidentialInstanceType: type } = {},
    } = config;
    if (isOn === true || (type !== undefined && type !== 'CONFIDENTIAL_INSTANCE_TYPE_UNSPECIFIED')) return;
    report('off', {
      subject: { setting: 'confidential computing' },
      evidence: [
        isOn === undefined
          ? { path: '/name', value: config.name }
          : { path: '/confidentialInstanceConfig/enableConfidentialCompute', value: isOn },
      ],
    });
  },
});
