/** The least-privilege role for AWS, in the forms in which people create roles. */
import type { AccountType, JsonObject } from '@security-monkey/sdk';

export const awsRoles: NonNullable<AccountType['roles']> = {
  json: (actions) =>
    policyParts(actions)
      .map((part) => JSON.stringify(awsPolicy(part), null, 2))
      .join('\n'),
  cloudformation: (actions) => JSON.stringify(awsCloudFormation(actions), null, 2),
  terraform: awsTerraform,
};

/** A policy document; read-only by construction, so every resource is allowed. */
function awsPolicy(actions: readonly string[]): JsonObject {
  return {
    Version: '2012-10-17',
    Statement: [{ Sid: 'SecurityMonkeyReadOnly', Effect: 'Allow', Action: actions, Resource: '*' }],
  };
}

/** A template that makes the role, for one account or as a stack set for an organisation. */
function awsCloudFormation(actions: readonly string[]): JsonObject {
  const parts = policyParts(actions);
  const policies = parts.map((part, index) => [
    `ReadOnlyPolicy${index + 1}`,
    {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        Description: 'Everything that Security Monkey reads, and nothing else',
        PolicyDocument: awsPolicy(part),
      },
    },
  ]);
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'The role with which Security Monkey watches this account. It can read configurations only.',
    Parameters: {
      RoleName: { Type: 'String', Default: 'SecurityMonkey' },
      TrustedPrincipal: {
        Type: 'String',
        Description: 'ARN of the role or user that Security Monkey runs as',
      },
      ExternalId: {
        Type: 'String',
        Description: 'Any text; give the same as the field externalId of the account',
      },
    },
    Resources: {
      ...Object.fromEntries(policies),
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: { Ref: 'RoleName' },
          AssumeRolePolicyDocument: trustPolicy({ Ref: 'TrustedPrincipal' }, { Ref: 'ExternalId' }),
          ManagedPolicyArns: parts.map((_, index) => ({ Ref: `ReadOnlyPolicy${index + 1}` })),
        },
      },
    },
    Outputs: { RoleArn: { Value: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
  };
}

function trustPolicy(principal: JsonObject, externalId: JsonObject): JsonObject {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: principal },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': externalId } },
      },
    ],
  };
}

/** A Terraform module's text that makes the role. */
function awsTerraform(actions: readonly string[]): string {
  const parts = policyParts(actions);
  const policies = parts.map(
    (part, index) => `
resource "aws_iam_policy" "security_monkey_${index + 1}" {
  name = "\${var.role_name}-${index + 1}"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "SecurityMonkeyReadOnly"
      Effect   = "Allow"
      Resource = "*"
      Action = [
${part.map((action) => `        "${action}",`).join('\n')}
      ]
    }]
  })
}

resource "aws_iam_role_policy_attachment" "security_monkey_${index + 1}" {
  role       = aws_iam_role.security_monkey.name
  policy_arn = aws_iam_policy.security_monkey_${index + 1}.arn
}`,
  );
  return `${terraformRole}${policies.join('\n')}`;
}

const terraformRole = `variable "role_name" {
  type    = string
  default = "SecurityMonkey"
}

variable "trusted_principal" {
  type        = string
  description = "ARN of the role or user that Security Monkey runs as"
}

variable "external_id" {
  type        = string
  description = "Any text; give the same as the field externalId of the account"
}

resource "aws_iam_role" "security_monkey" {
  name = var.role_name
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.trusted_principal }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "sts:ExternalId" = var.external_id } }
    }]
  })
}
`;

/** Characters that AWS counts of a managed policy (without white space), less what stands around the actions. */
const policyRoom = 6_144 - 300;

/** The permissions in parts that each fit one managed policy. */
function policyParts(permissions: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  let room = policyRoom;
  for (const permission of permissions) {
    const size = permission.length + 3;
    if (size > room) {
      parts.push([]);
      room = policyRoom;
    }
    parts.at(-1)?.push(permission);
    room -= size;
  }
  return parts;
}
