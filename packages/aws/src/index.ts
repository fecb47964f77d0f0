/** The AWS plugin: everything that Security Monkey knows of AWS, listed by name. */
import { definePlugin, type Technology } from '@security-monkey/sdk';
import { aws } from './account-type/aws.ts';
import { ec2SecurityGroupTechnology } from './ec2-security-group/technology.ts';
import { s3BucketTechnology } from './s3-bucket/technology.ts';

const technologies: readonly Technology[] = [ec2SecurityGroupTechnology, s3BucketTechnology];

export default definePlugin({
  name: '@security-monkey/aws',
  accountTypes: [aws],
  watchers: technologies.map(({ watcher }) => watcher),
  checks: technologies.flatMap(({ checks }) => checks),
  alerters: [],
});
