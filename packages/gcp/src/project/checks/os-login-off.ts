/** Projects whose instances are entered by keys in their metadata. */
import { defineCheck } from '@security-monkey/sdk';
import { metadataSwitch } from '../../compute-instance/family/metadata.ts';
import { projectExample, projectWithMetadata } from '../example.ts';
import { project } from '../watcher.ts';

const key = 'enable-oslogin';
const reports = [{ message: 'off' as const, subject: { setting: key } }];

export const osLoginOff = defineCheck({
  id: 'gcp.project.os-login-off',
  watcher: project,
  version: 1,
  score: 3,
  category: 'recommendation',
  title: 'OS Login is not switched on for the project',
  why: 'Without it, whoever holds a key that stands in the metadata enters the instances, also after leaving: no role is asked for and no second factor. With OS Login, IAM decides and logs it.',
  fix: 'Set the metadata enable-oslogin to TRUE for the project, or require it by the organization policy compute.requireOsLogin.',
  links: ['https://cloud.google.com/compute/docs/oslogin/set-up-oslogin'],
  frameworks: { 'cis-gcp-5.0': ['4.4'] },
  messages: { off: 'The metadata {setting} is not TRUE' },
  examples: {
    good: [
      { name: 'switched on', config: projectWithMetadata({ [key]: 'TRUE' }) },
      { name: 'switched on in small letters', config: projectWithMetadata({ [key]: 'true' }) },
      { name: 'Compute Engine is off', config: projectExample({}) },
    ],
    bad: [
      { name: 'switched off', config: projectWithMetadata({ [key]: 'FALSE' }), reports },
      { name: 'not said', config: projectWithMetadata({ 'enable-guest-attributes': 'TRUE' }), reports },
      { name: 'no metadata at all', config: projectExample({ compute: {} }), reports },
    ],
  },
  run: ({ config, report }) => {
    const { compute } = config;
    if (compute === null || compute === undefined) return;
    const found = metadataSwitch(compute.commonInstanceMetadata, key);
    if (found?.isOn === true) return;
    const path = '/compute/commonInstanceMetadata/items';
    report('off', {
      subject: { setting: key },
      evidence: [
        found === undefined
          ? { path: '/compute', value: {} }
          : { path: `${path}/${found.at}`, value: { key, value: found.value } },
      ],
    });
  },
});
