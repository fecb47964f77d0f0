/** Virtual machines that do not notice when what they start from was changed. */
import { defineCheck, type JsonObject } from '@security-monkey/sdk';
import { instance, ofKubernetes } from '../example.ts';
import { computeInstance } from '../watcher.ts';

const all = { enableVtpm: true, enableIntegrityMonitoring: true };
const shielded = (config: JsonObject) => instance({ shieldedInstanceConfig: config });
const off = (setting: string) => ({ message: 'off' as const, subject: { setting } });

export const shieldedVmOff = defineCheck({
  id: 'gcp.compute-instance.shielded-vm-off',
  watcher: computeInstance,
  version: 1,
  score: 2,
  category: 'recommendation',
  title: 'The machine is not shielded',
  why: 'With a virtual trusted module and integrity monitoring, a machine measures what it starts from and tells when that was changed, as by malware that sits below the operating system.',
  fix: 'Stop the machine and switch on vTPM and integrity monitoring; an old image must be replaced by one that supports Shielded VM. The organization policy compute.requireShieldedVm keeps it so.',
  links: ['https://cloud.google.com/compute/shielded-vm/docs/shielded-vm'],
  frameworks: { 'cis-gcp-5.0': ['4.8'] },
  messages: { off: '{setting} is not on' },
  examples: {
    good: [
      { name: 'both are on', config: shielded(all) },
      { name: 'also a node of Kubernetes Engine', config: { ...shielded(all), ...ofKubernetes } },
    ],
    bad: [
      {
        name: 'the module is off',
        config: shielded({ ...all, enableVtpm: false }),
        reports: [off('enableVtpm')],
      },
      {
        name: 'the monitoring is off',
        config: shielded({ ...all, enableIntegrityMonitoring: false }),
        reports: [off('enableIntegrityMonitoring')],
      },
      {
        name: 'an image without support',
        config: instance({}),
        reports: [off('enableVtpm'), off('enableIntegrityMonitoring')],
      },
    ],
  },
  run: ({ config, report }) => {
    const { shieldedInstanceConfig: shield, name } = config;
    for (const setting of ['enableVtpm', 'enableIntegrityMonitoring'] as const) {
      const value = shield?.[setting];
      if (value === true) continue;
      report('off', {
        subject: { setting },
        evidence: [
          value === undefined
            ? { path: '/name', value: name }
            : { path: `/shieldedInstanceConfig/${setting}`, value },
        ],
      });
    }
  },
});
