/** Virtual machines that can be entered by their serial port. */
import { metadataSwitchCheck } from '../family/metadata-switch-check.ts';

export const serialPortEnabled = metadataSwitchCheck({
  name: 'serial-port-enabled',
  key: 'serial-port-enable',
  must: 'not be on',
  score: 5,
  category: 'insecure-configuration',
  title: 'The serial port may be entered',
  why: 'The interactive serial console cannot be held to addresses: whoever has a key and knows the names of project, zone and machine reaches it from anywhere, past every firewall.',
  fix: 'Take serial-port-enable out of the metadata. The organization policy compute.disableSerialPortAccess keeps it so.',
  links: ['https://cloud.google.com/compute/docs/troubleshooting/troubleshooting-using-serial-console'],
  frameworks: { 'cis-gcp-5.0': ['4.5'] },
});
