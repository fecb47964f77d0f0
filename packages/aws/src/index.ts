/** The AWS plugin: everything that Security Monkey knows of AWS, listed by name. */
import { definePlugin, type Technology } from '@security-monkey/sdk';
import { awsAccountTechnology } from './account/technology.ts';
import { aws } from './account-type/aws.ts';
import { ec2InstanceTechnology } from './ec2-instance/technology.ts';
import { ec2NetworkInterfaceTechnology } from './ec2-network-interface/technology.ts';
import { ec2SecurityGroupTechnology } from './ec2-security-group/technology.ts';
import { iamGroupTechnology } from './iam-group/technology.ts';
import { iamPolicyTechnology } from './iam-policy/technology.ts';
import { iamRoleTechnology } from './iam-role/technology.ts';
import { iamUserTechnology } from './iam-user/technology.ts';
import { kmsKeyTechnology } from './kms-key/technology.ts';
import { lambdaFunctionTechnology } from './lambda-function/technology.ts';
import { s3BucketTechnology } from './s3-bucket/technology.ts';
import { snsTopicTechnology } from './sns-topic/technology.ts';
import { sqsQueueTechnology } from './sqs-queue/technology.ts';

export { frameworks } from './frameworks/frameworks.ts';

const technologies: readonly Technology[] = [
  awsAccountTechnology,
  ec2InstanceTechnology,
  ec2NetworkInterfaceTechnology,
  ec2SecurityGroupTechnology,
  iamGroupTechnology,
  iamPolicyTechnology,
  iamRoleTechnology,
  iamUserTechnology,
  kmsKeyTechnology,
  lambdaFunctionTechnology,
  s3BucketTechnology,
  snsTopicTechnology,
  sqsQueueTechnology,
];

export default definePlugin({
  name: '@security-monkey/aws',
  accountTypes: [aws],
  watchers: technologies.map(({ watcher }) => watcher),
  checks: technologies.flatMap(({ checks }) => checks),
  alerters: [],
});
