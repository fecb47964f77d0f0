/** Ways to hand a role to a service and to have it run what one wrote. */
import { arns, type EscalationPath, onRole, type PathStep, steps } from './escalation-path.ts';

const ec2 = 'ec2.amazonaws.com';
const lambda = 'lambda.amazonaws.com';
const glue = 'glue.amazonaws.com';
const cloudFormation = 'cloudformation.amazonaws.com';
const codeBuild = 'codebuild.amazonaws.com';
const tasks = 'ecs-tasks.amazonaws.com';
const sageMaker = 'sagemaker.amazonaws.com';
const states = 'states.amazonaws.com';
const scheduler = 'scheduler.amazonaws.com';
const agentCore = 'bedrock-agentcore.amazonaws.com';

const launch: PathStep = { action: 'ec2:RunInstances', on: [arns.instance] };

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html */
const machines: readonly EscalationPath[] = [
  { ...passing('pass-ec2-instance', ec2, []), steps: [passed([ec2]), launch] },
  passing('pass-ec2-spot', ec2, ['ec2:RequestSpotInstances']),
  passing('pass-ec2-spot-fleet', ec2, ['ec2:RequestSpotFleet']),
  passing('pass-ec2-fleet', ec2, ['ec2:CreateLaunchTemplate', 'ec2:CreateFleet']),
  passing('pass-ec2-profile', ec2, ['ec2:AssociateIamInstanceProfile']),
  passing('pass-ec2-other-profile', ec2, ['ec2:ReplaceIamInstanceProfileAssociation']),
  passing('pass-ec2-scaling-configuration', ec2, [
    'autoscaling:CreateLaunchConfiguration',
    'autoscaling:CreateAutoScalingGroup',
  ]),
  passing('pass-ec2-scaling-template', ec2, [
    'ec2:CreateLaunchTemplate',
    'autoscaling:CreateAutoScalingGroup',
  ]),
  // A group replaces its machines by those of the new configuration or template.
  passing('pass-ec2-scaling-update-configuration', ec2, [
    'autoscaling:CreateLaunchConfiguration',
    'autoscaling:UpdateAutoScalingGroup',
  ]),
  passing('pass-ec2-scaling-update-template', ec2, [
    'ec2:CreateLaunchTemplate',
    'autoscaling:UpdateAutoScalingGroup',
  ]),
  passing('pass-ec2-image-build', ec2, [
    'imagebuilder:CreateInfrastructureConfiguration',
    'imagebuilder:CreateComponent',
    'imagebuilder:CreateImageRecipe',
    'imagebuilder:CreateImage',
  ]),
];

/** Sources: https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html, https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
const functions: readonly EscalationPath[] = [
  passing('pass-lambda-invoke', lambda, ['lambda:CreateFunction', 'lambda:InvokeFunction']),
  passing('pass-lambda-event-source', lambda, ['lambda:CreateFunction', 'lambda:CreateEventSourceMapping']),
  passing('pass-lambda-permission', lambda, ['lambda:CreateFunction', 'lambda:AddPermission']),
  passing('pass-lambda-url', lambda, [
    'lambda:CreateFunction',
    'lambda:CreateFunctionUrlConfig',
    'lambda:InvokeFunctionUrl',
  ]),
  passing('pass-synthetics-canary', lambda, ['synthetics:CreateCanary', 'synthetics:StartCanary']),
];

/** Sources: https://docs.aws.amazon.com/glue/latest/dg/configure-iam-for-glue.html, https://docs.aws.amazon.com/datapipeline/latest/DeveloperGuide/dp-iam-roles.html */
const data: readonly EscalationPath[] = [
  passing('pass-glue-endpoint', glue, ['glue:CreateDevEndpoint']),
  passing('pass-glue-job', glue, ['glue:CreateJob', 'glue:StartJobRun']),
  passing('pass-glue-job-trigger', glue, ['glue:CreateJob', 'glue:CreateTrigger']),
  passing('pass-glue-other-job', glue, ['glue:UpdateJob', 'glue:StartJobRun']),
  passing('pass-glue-other-job-trigger', glue, ['glue:UpdateJob', 'glue:CreateTrigger']),
  passing('pass-glue-session', glue, ['glue:CreateSession', 'glue:RunStatement']),
  passing('pass-data-pipeline', 'datapipeline.amazonaws.com', [
    'datapipeline:CreatePipeline',
    'datapipeline:PutPipelineDefinition',
    'datapipeline:ActivatePipeline',
  ]),
  passing('pass-emr-cluster', 'elasticmapreduce.amazonaws.com', ['elasticmapreduce:RunJobFlow']),
  passing('pass-emr-serverless', 'emr-serverless.amazonaws.com', ['emr-serverless:StartJobRun']),
  passing('pass-flink', 'kinesisanalytics.amazonaws.com', [
    'kinesisanalytics:CreateApplication',
    'kinesisanalytics:StartApplication',
  ]),
  passing('pass-omics-run', 'omics.amazonaws.com', ['omics:CreateWorkflow', 'omics:StartRun']),
  passing('pass-braket-job', 'braket.amazonaws.com', ['braket:CreateJob']),
  passing('pass-airflow', 'airflow.amazonaws.com', ['airflow:CreateEnvironment']),
];

/** Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html, https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html */
const deployments: readonly EscalationPath[] = [
  passing('pass-stack', cloudFormation, ['cloudformation:CreateStack']),
  passing('pass-stack-update', cloudFormation, ['cloudformation:UpdateStack']),
  passing('pass-stack-change-set', cloudFormation, [
    'cloudformation:CreateChangeSet',
    'cloudformation:ExecuteChangeSet',
  ]),
  passing('pass-stack-set', cloudFormation, [
    'cloudformation:CreateStackSet',
    'cloudformation:CreateStackInstances',
  ]),
  passing('pass-stack-set-update', cloudFormation, ['cloudformation:UpdateStackSet']),
  passing('pass-build', codeBuild, ['codebuild:CreateProject', 'codebuild:StartBuild']),
  passing('pass-build-batch', codeBuild, ['codebuild:CreateProject', 'codebuild:StartBuildBatch']),
  passing('pass-build-update', codeBuild, ['codebuild:UpdateProject', 'codebuild:StartBuild']),
];

/** Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html, https://docs.aws.amazon.com/batch/latest/userguide/job_definition_parameters.html */
const containers: readonly EscalationPath[] = [
  passing('pass-task-run', tasks, ['ecs:RegisterTaskDefinition', 'ecs:RunTask']),
  passing('pass-task-start', tasks, ['ecs:RegisterTaskDefinition', 'ecs:StartTask']),
  passing('pass-task-service', tasks, ['ecs:RegisterTaskDefinition', 'ecs:CreateService']),
  passing('pass-task-service-update', tasks, ['ecs:RegisterTaskDefinition', 'ecs:UpdateService']),
  // A run may override the definition's role and command: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html
  passing('pass-task-override', tasks, ['ecs:RunTask']),
  passing('pass-batch-job', tasks, ['batch:RegisterJobDefinition', 'batch:SubmitJob']),
  passing(
    'pass-apprunner',
    ['tasks.apprunner.amazonaws.com', 'build.apprunner.amazonaws.com'],
    ['apprunner:CreateService'],
  ),
  passing('pass-gamelift-fleet', 'gamelift.amazonaws.com', ['gamelift:CreateBuild', 'gamelift:CreateFleet']),
  passing('pass-gamelift-containers', 'gamelift.amazonaws.com', [
    'gamelift:CreateContainerGroupDefinition',
    'gamelift:CreateContainerFleet',
  ]),
];

/** Sources: https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html, https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/security-iam.html */
const learning: readonly EscalationPath[] = [
  passing('pass-notebook', sageMaker, [
    'sagemaker:CreateNotebookInstance',
    'sagemaker:CreatePresignedNotebookInstanceUrl',
  ]),
  passing('pass-notebook-lifecycle', sageMaker, [
    'sagemaker:CreateNotebookInstanceLifecycleConfig',
    'sagemaker:CreateNotebookInstance',
  ]),
  passing('pass-training', sageMaker, ['sagemaker:CreateTrainingJob']),
  passing('pass-processing', sageMaker, ['sagemaker:CreateProcessingJob']),
  passing('pass-tuning', sageMaker, ['sagemaker:CreateHyperParameterTuningJob']),
  passing('pass-transform', sageMaker, ['sagemaker:CreateModel', 'sagemaker:CreateTransformJob']),
  passing('pass-studio', sageMaker, ['sagemaker:CreateUserProfile', 'sagemaker:CreatePresignedDomainUrl']),
  passing('pass-code-interpreter', agentCore, [
    'bedrock-agentcore:CreateCodeInterpreter',
    'bedrock-agentcore:StartCodeInterpreterSession',
    'bedrock-agentcore:InvokeCodeInterpreter',
  ]),
  passing('pass-agent-runtime', agentCore, [
    'bedrock-agentcore:CreateAgentRuntime',
    'bedrock-agentcore:InvokeAgentRuntime',
  ]),
];

/** Sources: https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html, https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html */
const orchestration: readonly EscalationPath[] = [
  passing('pass-state-machine', states, ['states:CreateStateMachine', 'states:StartExecution']),
  passing('pass-state-machine-sync', states, ['states:CreateStateMachine', 'states:StartSyncExecution']),
  passing('pass-state-machine-update', states, ['states:UpdateStateMachine', 'states:StartExecution']),
  passing('pass-state-test', states, ['states:TestState']),
  passing('pass-schedule', scheduler, ['scheduler:CreateSchedule']),
  passing('pass-schedule-update', scheduler, ['scheduler:UpdateSchedule']),
  passing('pass-event-target', 'events.amazonaws.com', ['events:PutRule', 'events:PutTargets']),
  passing('pass-automation', 'ssm.amazonaws.com', ['ssm:StartAutomationExecution']),
  passing('pass-maintenance-window', 'ssm.amazonaws.com', [
    'ssm:CreateMaintenanceWindow',
    'ssm:RegisterTaskWithMaintenanceWindow',
  ]),
  passing('pass-fault-experiment', 'fis.amazonaws.com', [
    'fis:CreateExperimentTemplate',
    'fis:StartExperiment',
  ]),
  passing(
    'pass-identity-pool',
    ['cognito-identity.amazonaws.com', 'cognito-sync.amazonaws.com'],
    ['cognito-identity:SetIdentityPoolRoles'],
  ),
  passing('pass-roles-anywhere', 'rolesanywhere.amazonaws.com', [
    'rolesanywhere:CreateTrustAnchor',
    'rolesanywhere:CreateProfile',
  ]),
];

export const passRolePaths: readonly EscalationPath[] = [
  ...machines,
  ...functions,
  ...data,
  ...deployments,
  ...containers,
  ...learning,
  ...orchestration,
];

function passing(id: string, to: string | readonly string[], actions: readonly string[]): EscalationPath {
  return {
    id,
    family: 'pass-role',
    steps: [passed(typeof to === 'string' ? [to] : to), ...steps(...actions)],
  };
}

function passed(passedTo: readonly string[]): PathStep {
  return { ...onRole('iam:PassRole'), passedTo };
}
