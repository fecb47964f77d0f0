/** A bucket of which nobody says who pays for it. */
import { defineCheck } from '@security-monkey/sdk';
import { bucket } from '../bucket.ts';

const tagged = (Key: string) => ({ Name: 'anvils', Tagging: { TagSet: [{ Key, Value: 'CC-0815' }] } });

export const noCostCentre = defineCheck({
  id: 'aws.s3-bucket.no-cost-centre',
  watcher: bucket,
  version: 1,
  score: 2,
  category: 'recommendation',
  title: 'A bucket has no cost centre',
  why: 'What nobody pays for nobody looks after.',
  fix: 'Give the bucket the tag cost-centre.',
  links: ['https://inventory.acme.example/docs/cost-centres'],
  frameworks: {},
  messages: { untagged: 'The bucket {bucket} has no tag cost-centre' },
  examples: {
    good: [{ name: 'tagged', config: tagged('cost-centre') }],
    bad: [
      {
        name: 'without tags',
        config: { Name: 'anvils', Tagging: null },
        reports: [{ message: 'untagged', subject: { bucket: 'anvils' } }],
      },
      {
        name: 'tagged otherwise',
        config: tagged('team'),
        reports: [{ message: 'untagged', subject: { bucket: 'anvils' } }],
      },
    ],
  },
  run: ({ config: { Name, Tagging }, report }) => {
    const tags = Tagging?.TagSet ?? [];
    if (tags.some(({ Key }) => Key === 'cost-centre')) return;
    report('untagged', { subject: { bucket: Name }, evidence: [{ path: '/Name', value: Name }] });
  },
});
