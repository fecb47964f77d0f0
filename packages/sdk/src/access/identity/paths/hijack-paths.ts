/** Ways to take over what runs as a role already. */
import { arns, type EscalationPath, type PathStep, steps } from './escalation-path.ts';

const machines = [arns.instance, arns.managedInstance] as const;

/** A document is run on a machine: both are asked about. */
function onMachines(action: string): readonly PathStep[] {
  return [
    { action, on: [arns.document] },
    { action, on: machines },
  ];
}

/** Sources: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html, https://docs.aws.amazon.com/systems-manager/latest/userguide/security_iam_service-with-iam.html */
const machine: readonly EscalationPath[] = [
  hijack('hijack-user-data', { action: 'ec2:ModifyInstanceAttribute', on: [arns.instance] }),
  hijack('hijack-launch-template', ...steps('ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate')),
  hijack('hijack-run-command', ...onMachines('ssm:SendCommand')),
  hijack('hijack-association', ...onMachines('ssm:CreateAssociation')),
  hijack('hijack-shell', {
    action: 'ssm:StartSession',
    on: [...machines, 'arn:*:ecs:*:*:task/*'],
  }),
  hijack('hijack-ssh-key', ...steps('ec2-instance-connect:SendSSHPublicKey')),
  hijack('hijack-serial-console', ...steps('ec2-instance-connect:SendSerialConsoleSSHPublicKey')),
];

/** Sources: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html, https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html, https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html */
const code: readonly EscalationPath[] = [
  hijack('hijack-lambda-code', ...steps('lambda:UpdateFunctionCode')),
  hijack('hijack-lambda-layer', ...steps('lambda:UpdateFunctionConfiguration', 'lambda:GetLayerVersion')),
  hijack('hijack-glue-endpoint', ...steps('glue:UpdateDevEndpoint')),
  hijack('hijack-task', ...steps('ecs:ExecuteCommand')),
  hijack('hijack-apprunner', ...steps('apprunner:UpdateService')),
  hijack('hijack-notebook', ...steps('sagemaker:CreatePresignedNotebookInstanceUrl')),
  hijack(
    'hijack-notebook-lifecycle',
    ...steps(
      'sagemaker:CreateNotebookInstanceLifecycleConfig',
      'sagemaker:StopNotebookInstance',
      'sagemaker:UpdateNotebookInstance',
      'sagemaker:StartNotebookInstance',
    ),
  ),
  hijack(
    'hijack-code-interpreter',
    ...['bedrock-agentcore:StartCodeInterpreterSession', 'bedrock-agentcore:InvokeCodeInterpreter'].map(
      // The interpreter that AWS owns runs as nobody.
      (action) => ({ action, on: ['arn:*:bedrock-agentcore:*:????????????:code-interpreter-custom/*'] }),
    ),
  ),
];

/** Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html, https://docs.aws.amazon.com/codebuild/latest/APIReference/API_StartBuild.html */
const deployment: readonly EscalationPath[] = [
  // The role that a stack was made with is used again, without being passed again.
  hijack('hijack-stack', ...steps('cloudformation:UpdateStack')),
  hijack(
    'hijack-stack-change-set',
    ...steps('cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'),
  ),
  // A build may override what the project runs.
  hijack('hijack-build', ...steps('codebuild:StartBuild')),
  hijack('hijack-build-batch', ...steps('codebuild:StartBuildBatch')),
  hijack('hijack-state-machine', ...steps('states:UpdateStateMachine', 'states:StartExecution')),
];

export const hijackPaths: readonly EscalationPath[] = [...machine, ...code, ...deployment];

function hijack(id: string, ...needed: readonly PathStep[]): EscalationPath {
  return { id, family: 'hijack', steps: needed };
}
