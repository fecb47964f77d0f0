/** The least-privilege role for Google Cloud, in the forms in which people create roles. */
import type { AccountType } from '@security-monkey/sdk';

const title = 'Security Monkey';
const description = 'Everything that Security Monkey reads, and nothing else';

/** Where a role is made, and what it may hold there. */
type Level = {
  readonly level: 'organization' | 'project';
  /** Of `gcloud`: `projects` or `organizations`. */
  readonly group: string;
  readonly resource: string;
};

const project: Level = { level: 'project', group: 'projects', resource: 'google_project' };
const organization: Level = {
  level: 'organization',
  group: 'organizations',
  resource: 'google_organization',
};

export const projectRoles = rolesAt(project);
export const organizationRoles = rolesAt(organization);

function rolesAt(level: Level): NonNullable<AccountType['roles']> {
  return {
    json: (permissions) =>
      JSON.stringify(
        { title, description, stage: 'GA', includedPermissions: heldBy(level, permissions).held },
        null,
        2,
      ),
    terraform: (permissions) => terraform(level, permissions),
    gcloud: (permissions) => gcloud(level, permissions),
  };
}

/** A role of a project cannot hold what is above projects: https://cloud.google.com/iam/docs/custom-roles-permissions-support */
function heldBy({ level }: Level, permissions: readonly string[]) {
  const isAbove = (permission: string): boolean =>
    level === 'project' &&
    /^resourcemanager\.(folders|organizations)\.|^resourcemanager\.projects\.list$/.test(permission);
  return {
    held: permissions.filter((permission) => !isAbove(permission)),
    above: permissions.filter(isAbove),
  };
}

function gcloud(level: Level, permissions: readonly string[]): string {
  const { held, above } = heldBy(level, permissions);
  const [flag, id] = [`--${level.level}`, `$${level.level.toUpperCase()}_ID`];
  return [
    `# Set ${id.slice(1)}, and SERVICE_ACCOUNT to the mail address that Security Monkey runs as.`,
    `gcloud iam roles create securityMonkey ${flag}="${id}" \\`,
    `  --title="${title}" --description="${description}" --stage=GA \\`,
    `  --permissions="${held.join(',')}"`,
    `gcloud ${level.group} add-iam-policy-binding "${id}" --condition=None \\`,
    `  --member="serviceAccount:$SERVICE_ACCOUNT" --role="${level.group}/${id}/roles/securityMonkey"`,
    ...aboveLines(above),
  ].join('\n');
}

function terraform(level: Level, permissions: readonly string[]): string {
  const { held, above } = heldBy(level, permissions);
  const parent = level.level === 'project' ? 'project' : 'org_id';
  return `variable "${level.level}_id" {
  type = string
}

variable "service_account" {
  type        = string
  description = "Mail address of the service account that Security Monkey runs as"
}

resource "${level.resource}_iam_custom_role" "security_monkey" {
  ${parent} = var.${level.level}_id
  role_id = "securityMonkey"
  title = "${title}"
  description = "${description}"
  permissions = [
${held.map((permission) => `    "${permission}",`).join('\n')}
  ]
}

resource "${level.resource}_iam_member" "security_monkey" {
  ${parent} = var.${level.level}_id
  role = ${level.resource}_iam_custom_role.security_monkey.name
  member = "serviceAccount:\${var.service_account}"
}
${aboveLines(above).join('\n')}`.trimEnd();
}

function aboveLines(above: readonly string[]): readonly string[] {
  if (above.length === 0) return [];
  return [
    `# No role of a project can hold ${above.join(', ')}: grant roles/browser on the organization for it, or give the account the field organizationId.`,
  ];
}
