/** Projects whose virtual machines can be entered by their serial ports. */
import { defineCheck } from '@security-monkey/sdk';
import { metadataSwitch } from '../../compute-instance/family/metadata.ts';
import { projectExample, projectWithMetadata } from '../example.ts';
import { project } from '../watcher.ts';

const key = 'serial-port-enable';
const reports = [{ message: 'on' as const, subject: { setting: key } }];

export const projectSerialPortEnabled = defineCheck({
  id: 'gcp.project.serial-port-enabled',
  watcher: project,
  version: 1,
  score: 5,
  category: 'insecure-configuration',
  title: 'The serial ports of all virtual machines may be entered',
  why: 'Metadata of the project hold for each of its machines that does not say otherwise. The interactive serial console cannot be held to addresses: whoever has a key and knows the names of project, zone and machine reaches it from anywhere, past every firewall.',
  fix: 'Take serial-port-enable out of the metadata of the project. The organization policy compute.disableSerialPortAccess keeps it so.',
  links: ['https://cloud.google.com/compute/docs/troubleshooting/troubleshooting-using-serial-console'],
  frameworks: { 'cis-gcp-5.0': ['4.5'] },
  messages: { on: 'The metadata {setting} of the project is on' },
  examples: {
    good: [
      { name: 'switched off', config: projectWithMetadata({ [key]: 'FALSE' }) },
      { name: 'not said', config: projectWithMetadata({ 'enable-oslogin': 'TRUE' }) },
      { name: 'no metadata at all', config: projectExample({ compute: {} }) },
      { name: 'Compute Engine is off', config: projectExample({}) },
    ],
    bad: [
      { name: 'switched on', config: projectWithMetadata({ [key]: 'TRUE' }), reports },
      { name: 'switched on by a number', config: projectWithMetadata({ [key]: '1' }), reports },
    ],
  },
  run: ({ config: { compute }, report }) => {
    const found = metadataSwitch(compute?.commonInstanceMetadata, key);
    if (found?.isOn !== true) return;
    report('on', {
      subject: { setting: key },
      evidence: [
        {
          path: `/compute/commonInstanceMetadata/items/${found.at}`,
          value: { key, value: found.value },
        },
      ],
    });
  },
});
