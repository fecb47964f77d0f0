/** The CIS benchmark for AWS, version 7.0.0: its controls, and by which checks each is judged. */

import type { Framework } from '@security-monkey/sdk';
import { identity } from './cis-aws-7.0/identity.ts';
import { logging } from './cis-aws-7.0/logging.ts';
import { monitoring } from './cis-aws-7.0/monitoring.ts';
import { networking } from './cis-aws-7.0/networking.ts';
import { storage } from './cis-aws-7.0/storage.ts';

export const cisAws70: Framework = {
  id: 'cis-aws-7.0',
  title: 'CIS Amazon Web Services Foundations Benchmark 7.0.0',
  source: 'https://www.cisecurity.org/benchmark/amazon_web_services',
  controls: [...identity, ...storage, ...logging, ...monitoring, ...networking],
};
