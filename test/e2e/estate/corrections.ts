/** What the emulator cannot hold, made on the wire for resources by their names, as the provider documents it. */
import type { Answer, Correct } from '../fault-proxy.ts';
import type { BucketSpec } from './bucket.ts';
import type { GroupSpec } from './group.ts';

/** All corrections for these resources. */
export function correctionsFor(buckets: readonly BucketSpec[], groups: readonly GroupSpec[]): Correct {
  const mfaDelete = new Map(
    buckets.map((spec) => [spec.name, spec.mfaDelete === undefined ? 'Enabled' : spec.mfaDelete]),
  );
  return (answer) => {
    if (answer.operation.name === 's3:GetBucketVersioning')
      return withMfaDelete(answer, mfaDelete.get(answer.path.replaceAll('/', '')));
    if (answer.operation.name === 'ec2:DescribeSecurityGroups') return withGroups(answer.body, groups);
    if (answer.operation.name === 'ec2:DescribeRegions') return withoutForeignRegions(answer.body);
    return answer.body;
  };
}

/** MFA delete is kept by S3 and dropped by the emulator: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html */
function withMfaDelete({ body }: Answer, setting: string | null | undefined): string {
  if (setting === undefined || setting === null) return body;
  return body.replace(/(<Status>\w+<\/Status>)/, `$1<MfaDelete>${setting}</MfaDelete>`);
}

function withGroups(body: string, groups: readonly GroupSpec[]): string {
  let corrected = body;
  for (const { name, onTheWire } of groups) {
    if (onTheWire === 'outside any VPC') corrected = outsideVpc(corrected, name);
    if (onTheWire === 'refers to a deleted group') corrected = toDeletedGroup(corrected, name);
  }
  return corrected;
}

/** A group of EC2-Classic has no VpcId: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html */
function outsideVpc(body: string, name: string): string {
  const rest = `<securityGroupArn>[^<]*</securityGroupArn><ownerId>[^<]*</ownerId><groupName>${name}</groupName>`;
  return body.replace(new RegExp(`<vpcId>[^<]*</vpcId>(${rest})`), '$1');
}

/** A reference to a group that has been deleted names no account: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UserIdGroupPair.html */
function toDeletedGroup(body: string, name: string): string {
  return body.replace(new RegExp(`(<groupName>${name}</groupName>.*?)<userId>[^<]*</userId>`, 's'), '$1');
}

/** An account sees the regions of its own partition only: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
function withoutForeignRegions(body: string): string {
  return body.replaceAll(
    /<item>(?:(?!<\/item>).)*<regionName>(?:us-gov|cn)-[^<]*<\/regionName>.*?<\/item>/gs,
    '',
  );
}
