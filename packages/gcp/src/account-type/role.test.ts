/** The role that Security Monkey needs, as people create it. */
import { expect, it } from 'vitest';
import { organizationRoles, projectRoles } from './role.ts';

const permissions = ['compute.firewalls.list', 'resourcemanager.folders.get', 'storage.buckets.list'];

it('for gcloud leaves out what no role of a project can hold, and says so', () => {
  expect(projectRoles.gcloud?.(permissions).split('\n')).toEqual([
    '# Set PROJECT_ID, and SERVICE_ACCOUNT to the mail address that Security Monkey runs as.',
    'gcloud iam roles create securityMonkey --project="$PROJECT_ID" \\',
    '  --title="Security Monkey" --description="Everything that Security Monkey reads, and nothing else" --stage=GA \\',
    '  --permissions="compute.firewalls.list,storage.buckets.list"',
    'gcloud projects add-iam-policy-binding "$PROJECT_ID" --condition=None \\',
    '  --member="serviceAccount:$SERVICE_ACCOUNT" --role="projects/$PROJECT_ID/roles/securityMonkey"',
    '# No role of a project can hold resourcemanager.folders.get: grant roles/browser on the organization for it, or give the account the field organizationId.',
  ]);
});

it('of an organization holds all of them', () => {
  expect(JSON.parse(organizationRoles.json?.(permissions) ?? '')).toEqual({
    title: 'Security Monkey',
    description: 'Everything that Security Monkey reads, and nothing else',
    stage: 'GA',
    includedPermissions: permissions,
  });
  expect(organizationRoles.gcloud?.(permissions)).toContain(
    '--role="organizations/$ORGANIZATION_ID/roles/securityMonkey"',
  );
});

it('for Terraform is a custom role and a grant of it', () => {
  expect(projectRoles.terraform?.(['storage.buckets.list'])).toBe(`variable "project_id" {
  type = string
}

variable "service_account" {
  type        = string
  description = "Mail address of the service account that Security Monkey runs as"
}

resource "google_project_iam_custom_role" "security_monkey" {
  project = var.project_id
  role_id = "securityMonkey"
  title = "Security Monkey"
  description = "Everything that Security Monkey reads, and nothing else"
  permissions = [
    "storage.buckets.list",
  ]
}

resource "google_project_iam_member" "security_monkey" {
  project = var.project_id
  role = google_project_iam_custom_role.security_monkey.name
  member = "serviceAccount:\${var.service_account}"
}`);
});
