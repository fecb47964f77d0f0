/** Virtual machines that do without OS Login, whatever their project says. */
import { metadataSwitchCheck } from '../family/metadata-switch-check.ts';

export const osLoginOverridden = metadataSwitchCheck({
  name: 'os-login-overridden',
  key: 'enable-oslogin',
  must: 'not be off',
  score: 3,
  category: 'insecure-configuration',
  title: 'OS Login is switched off for the machine',
  why: 'What the machine says beats what its project says. Whoever holds a key that stands in the metadata enters it, also after leaving: no role is asked for and no second factor.',
  fix: 'Take enable-oslogin out of the metadata of the machine.',
  links: ['https://cloud.google.com/compute/docs/oslogin/set-up-oslogin'],
  frameworks: { 'cis-gcp-5.0': ['4.4'] },
});
