/** Virtual machines that everybody enters who has a key for the project. */
import { instanceWithMetadata } from '../example.ts';
import { metadataSwitch } from '../family/metadata.ts';
import { metadataSwitchCheck } from '../family/metadata-switch-check.ts';

export const projectSshKeysAllowed = metadataSwitchCheck({
  name: 'project-ssh-keys-allowed',
  key: 'block-project-ssh-keys',
  must: 'be on',
  isExempt: ({ metadata }) => metadataSwitch(metadata, 'enable-oslogin')?.isOn === true,
  score: 2,
  category: 'recommendation',
  title: 'Keys of the whole project open the machine',
  why: 'A key in the metadata of the project opens every machine in it. Where one of them is lost, all are.',
  fix: 'Switch on OS Login, with which such keys do not count, or set block-project-ssh-keys to TRUE.',
  links: ['https://cloud.google.com/compute/docs/connect/restrict-ssh-keys'],
  frameworks: { 'cis-gcp-5.0': ['4.3'] },
  good: [{ name: 'OS Login is on', config: instanceWithMetadata({ 'enable-oslogin': 'TRUE' }) }],
});
